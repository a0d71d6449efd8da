import { Alert, Input, Table } from "antd";
import { useState } from "react";
import { call } from "../../../shared/api/call.ts";
import type { Activity } from "../../../shared/api/routes.ts";
import { useMe } from "../../../shared/use-me.ts";
import { useWords } from "../../../shared/words.ts";
import { ActButton } from "../../ui/act.tsx";
import { Field } from "../../ui/field.tsx";
import { useAll } from "../../ui/use-all.ts";
import type { Served as Client } from "../activity.routes.ts";
import { mayDo } from "../rights.ts";
import { PhoneAnswer } from "./phone-answer.tsx";
import { readContacts } from "./read-contacts.ts";
import { surveyPageWords } from "./survey.words.ts";

interface Props {
  activity: Activity;
  /** Whether the survey is open, so that answers may be entered. */
  isOpen: boolean;
  /** Whether more clients may be added. */
  mayAdd: boolean;
}

/** Whom the activity served, with hidden contacts. */
export function Served({ activity, isOpen, mayAdd }: Props) {
  const say = useWords(surveyPageWords);
  const me = useMe();
  const clients = useAll("GET /activities/{id}/served", { path: { id: activity.id } });
  const phones = isOpen && mayDo(me, "survey.answerByPhone", activity);
  return (
    <section>
      <div className="list-head">
        <h2>{say("served")}</h2>
        {mayAdd && <Add activityId={activity.id} />}
      </div>
      <Table<Client>
        size="small"
        rowKey="clientId"
        loading={clients.isPending}
        pagination={(clients.data?.length ?? 0) > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        dataSource={clients.data ?? []}
        locale={{ emptyText: say("served.none") }}
        columns={[
          { title: say("served.number"), render: (_, { clientId }) => clientId.slice(4), className: "number" },
          { title: say("served.name"), render: (_, { name }) => name ?? "–" },
          { title: say("served.contact"), render: (_, { mobile, email }) => [mobile, email].filter(Boolean).join(" ") },
          {
            title: say("served.state"),
            render: (_, { answered }) => say(answered ? "served.answered" : "served.open"),
          },
          {
            key: "acts",
            title: <span className="unseen">{say("served.acts")}</span>,
            render: (_, client) => phones && !client.answered && <Phoning activityId={activity.id} client={client} />,
          },
        ]}
      />
    </section>
  );
}

function Add({ activityId }: { activityId: string }) {
  const say = useWords(surveyPageWords);
  const [text, setText] = useState("");
  const { contacts, bad } = readContacts(text);
  return (
    <ActButton
      ask={say("served.ask")}
      fields={
        <>
          <Field label={say("served.lines")} hint={say("served.read", { count: String(contacts.length) })}>
            {(id) => (
              <Input.TextArea
                id={id}
                rows={8}
                placeholder={say("served.example")}
                value={text}
                onChange={({ target }) => setText(target.value)}
              />
            )}
          </Field>
          {bad.length > 0 && <Alert type="warning" title={say("served.bad", { lines: bad.join("、") })} />}
        </>
      }
      ready={contacts.length > 0 && bad.length === 0}
      act={() => call("POST /activities/{id}/served", { path: { id: activityId }, body: { clients: contacts } })}
      done={({ added, duplicates, total }) =>
        say("served.done", { added: String(added), duplicates: String(duplicates), total: String(total) })
      }
      onDone={() => setText("")}
    >
      {say("served.add")}
    </ActButton>
  );
}

function Phoning({ activityId, client }: { activityId: string; client: Client }) {
  const say = useWords(surveyPageWords);
  const [shown, setShown] = useState<Client>();
  return (
    <div className="line-acts">
      {shown ? (
        <span className="number">{shown.mobile ?? shown.email}</span>
      ) : (
        <ActButton
          size="small"
          ask={say("phone.show.ask")}
          act={() =>
            call("POST /activities/{id}/served/{clientId}/contact", {
              path: { id: activityId, clientId: client.clientId },
            })
          }
          done={({ mobile, email }) => say("phone.show.done", { contact: mobile ?? email ?? "" })}
          onDone={setShown}
        >
          {say("phone.show")}
        </ActButton>
      )}
      <PhoneAnswer activityId={activityId} clientId={client.clientId} />
    </div>
  );
}
