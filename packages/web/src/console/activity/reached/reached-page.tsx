import { useParams } from "@tanstack/react-router";
import { Alert, Empty, Table, Tag } from "antd";
import { call } from "../../../shared/api/call.ts";
import type { Reached } from "../../../shared/api/routes.ts";
import { useReading } from "../../../shared/api/use-reading.ts";
import { isMissing, isSure, TONE } from "../../../shared/reach.ts";
import { reachedWords } from "../../../shared/reached.words.ts";
import { useAct } from "../../../shared/use-act.ts";
import { useWhen } from "../../../shared/use-when.ts";
import { useWords } from "../../../shared/words.ts";
import { ActButton } from "../../ui/act.tsx";
import { Page } from "../../ui/page.tsx";
import { Person } from "../../ui/person.tsx";
import { PersonById } from "../../ui/person-by-id.tsx";
import { Loaded } from "../../ui/trouble.tsx";
import "../activity.css";

type Somebody = Reached["people"][number];

const COLOR = { late: "error", soon: "warning", plain: "default", good: "success" } as const;

/** Whom the newest change of an activity has reached; the others are phoned, and ticked. */
export default function ReachedPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const say = useWords(reachedWords);
  const when = useWhen();
  const activity = useReading("GET /activities/{id}", { path: { id } });
  const reached = useReading("GET /activities/{id}/reached", { path: { id } });
  const causeAt = reached.data?.causeAt;
  return (
    <Page
      title={say("title")}
      path={[{ to: `/activities/${id}`, title: activity.data?.title ?? say("activity") }]}
      about={causeAt && say("since", { when: when.instant(causeAt) })}
    >
      <Loaded of={reached}>{(data) => <People id={id} reached={data} />}</Loaded>
    </Page>
  );
}

function People({ id, reached: { causeAt, people } }: { id: string; reached: Reached }) {
  const say = useWords(reachedWords);
  if (!causeAt)
    return (
      <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say("none")}>
        {say("none.detail")}
      </Empty>
    );
  const missing = people.filter(isMissing).length;
  return (
    <>
      <Alert
        showIcon
        type={missing > 0 ? "warning" : "success"}
        title={missing > 0 ? say("missing", { count: String(missing) }) : say("all")}
      />
      <Table<Somebody>
        size="middle"
        className="below"
        rowKey={({ memberId }) => memberId}
        dataSource={people}
        pagination={{ pageSize: 100, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { key: "who", title: say("who"), render: (_, person) => <Person {...person} /> },
          { key: "as", title: say("as"), render: (_, person) => say(`as.${person.as}`) },
          { key: "state", title: say("state"), render: (_, person) => <State person={person} /> },
          { key: "phone", title: say("phone"), render: (_, person) => <Phone id={id} person={person} /> },
        ]}
      />
    </>
  );
}

function State({ person: { state, phonedBy } }: { person: Somebody }) {
  const say = useWords(reachedWords);
  return (
    <>
      <Tag color={COLOR[TONE[state]]}>{say(`state.${state}`)}</Tag>
      {phonedBy && <PersonById memberId={phonedBy} />}
    </>
  );
}

/** The number is asked for, which is kept; then the call is ticked. */
function Phone({ id, person }: { id: string; person: Somebody }) {
  const say = useWords(reachedWords);
  const path = { id, memberId: person.memberId };
  const number = useAct(() => call("POST /activities/{id}/reached/{memberId}/number", { path }));
  if (isSure(person)) return null;
  return (
    <div className="line-acts">
      {number.data ? (
        <span className="number">{number.data.mobile ?? say("number.none")}</span>
      ) : (
        <ActButton size="small" act={() => number.mutateAsync()} done={say("number.kept")}>
          {say("number")}
        </ActButton>
      )}
      <ActButton
        size="small"
        act={() => call("PUT /activities/{id}/reached/{memberId}", { path })}
        done={say("phoned.done", { name: person.name })}
      >
        {say("phoned")}
      </ActButton>
    </div>
  );
}
