import { Table, Tag } from "antd";
import { call } from "../../shared/api/call.ts";
import type { Session } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { settingsWords } from "./settings.words.ts";

/** Where the reader is signed in; each can be ended from here. */
export function Devices() {
  const say = useWords(settingsWords);
  const when = useWhen();
  const sessions = useReading("GET /me/sessions", { query: { limit: 200 } });
  return (
    <>
      <p className="quiet">{say("device.what")}</p>
      <Loaded of={sessions}>
        {({ items }) => (
          <>
            <Table<Session>
              rowKey="id"
              pagination={false}
              scroll={{ x: "max-content" }}
              dataSource={items}
              columns={[
                {
                  title: say("device.column.device"),
                  render: (_, { device, isCurrent }) => (
                    <>
                      {device} {isCurrent && <Tag color="success">{say("device.this")}</Tag>}
                    </>
                  ),
                },
                { title: say("device.column.way"), render: (_, { way }) => say(`way.${way}`) },
                { title: say("device.column.seen"), render: (_, { seenAt }) => when.instant(seenAt) },
                { title: say("device.column.ends"), render: (_, { endsAt }) => when.instant(endsAt) },
                {
                  title: say("device.column.acts"),
                  render: (_, { id, device, isCurrent }) =>
                    !isCurrent && (
                      <ActButton
                        act={() => call("DELETE /me/sessions/{id}", { path: { id } })}
                        done={say("device.ended", { device })}
                      >
                        {say("device.end")}
                      </ActButton>
                    ),
                },
              ]}
            />
            {items.length > 1 && (
              <p className="after-table">
                <ActButton
                  danger
                  ask={say("device.others.ask")}
                  act={() => call("DELETE /me/sessions") as Promise<{ ended: number }>}
                  done={({ ended }) => say("device.others.done", { count: String(ended) })}
                >
                  {say("device.others")}
                </ActButton>
              </p>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}
