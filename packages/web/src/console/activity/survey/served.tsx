import { Table, Tag } from "antd";
import { useState } from "react";
import { call } from "../../../shared/api/call.ts";
import type { Activity } from "../../../shared/api/routes.ts";
import { useMe } from "../../../shared/use-me.ts";
import { useDomainWords, useWords } from "../../../shared/words.ts";
import { ActButton } from "../../ui/act.tsx";
import { PageLink } from "../../ui/link.tsx";
import { useAll } from "../../ui/use-all.ts";
import { useRoles } from "../../ui/use-roles.ts";
import type { Served as Client } from "../activity.routes.ts";
import { mayDo } from "../rights.ts";
import { AddServed } from "./add-served.tsx";
import { PhoneAnswer } from "./phone-answer.tsx";
import { PickContacts } from "./pick-contacts.tsx";
import { CorrectServed, RemoveServed } from "./served-acts.tsx";
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
  const word = useDomainWords();
  const me = useMe();
  const clients = useAll("GET /activities/{id}/served", { path: { id: activity.id } });
  const picks = useRoles()("alliance", "customerService", "organizer", "auditor");
  const phones = isOpen && mayDo(me, "survey.answerByPhone", activity);
  return (
    <section>
      <div className="list-head">
        <h2>{say("served")}</h2>
        {mayAdd && (
          <span className="line-acts">
            {picks && <PickContacts activityId={activity.id} />}
            <AddServed activityId={activity.id} />
          </span>
        )}
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
          {
            title: say("served.name"),
            render: (_, { name, contactId, isGuardian }) => (
              <div className="named">
                {contactId && picks ? <PageLink to={`/contacts/${contactId}`}>{name ?? "–"}</PageLink> : (name ?? "–")}
                {isGuardian && <Tag>{say("served.guardian")}</Tag>}
              </div>
            ),
          },
          { title: say("served.contact"), render: (_, { mobile, email }) => [mobile, email].filter(Boolean).join(" ") },
          {
            title: say("served.state"),
            render: (_, { answered, bar }) => (
              <>
                {say(answered ? "served.answered" : "served.open")} {bar && <Tag>{word(`contact.bar.${bar}`)}</Tag>}
              </>
            ),
          },
          {
            key: "acts",
            title: <span className="unseen">{say("served.acts")}</span>,
            render: (_, client) =>
              client.bar !== "removed" && (
                <div className="line-acts">
                  {phones && !client.answered && !client.bar && <Phoning activityId={activity.id} client={client} />}
                  {!client.contactId && <CorrectServed activityId={activity.id} client={client} />}
                  <RemoveServed activityId={activity.id} client={client} />
                </div>
              ),
          },
        ]}
      />
    </section>
  );
}

function Phoning({ activityId, client }: { activityId: string; client: Client }) {
  const say = useWords(surveyPageWords);
  const [shown, setShown] = useState<Client>();
  return (
    <>
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
    </>
  );
}
