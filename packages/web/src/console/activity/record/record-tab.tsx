import type { Role } from "@yigong/core/permission/role.ts";
import { Tag } from "antd";
import { useReading } from "../../../shared/api/use-reading.ts";
import { useWhen } from "../../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../../shared/words.ts";
import { PageLink } from "../../ui/link.tsx";
import { List, type ListColumn } from "../../ui/list.tsx";
import { Person } from "../../ui/person.tsx";
import { Loaded } from "../../ui/trouble.tsx";
import { useWall } from "../../ui/use-wall.ts";
import type { Audit, Timeline, TimelineItem } from "../activity.routes.ts";
import type { TabProps } from "../tab-props.ts";
import { recordWords } from "./record.words.ts";

/** What happened and why: automatic steps with their rule and rows, people's with role and reason. */
export default function RecordTab({ activity }: TabProps) {
  const say = useWords(recordWords);
  const path = { id: activity.id };
  const timeline = useReading("GET /activities/{id}/timeline", { path });
  const columns = useColumns();
  return (
    <>
      <section>
        <h2>{say("why")}</h2>
        <p className="quiet">{say("why.what")}</p>
        <Loaded of={timeline}>{(data) => <Steps timeline={data} activityId={activity.id} />}</Loaded>
        <p>
          <a href={`/executions?activity=${activity.id}`}>{say("engineers")}</a>
        </p>
      </section>
      <section>
        <h2>{say("audit")}</h2>
        <List
          name="activity.audit"
          title={`${activity.title} ${say("audit")}`}
          route="GET /activities/{id}/audit"
          given={{ path }}
          rowKey={({ id }) => id}
          columns={columns}
          empty={<p>{say("audit.none")}</p>}
        />
      </section>
    </>
  );
}

function Steps({ timeline: { items, next }, activityId }: { timeline: Timeline; activityId: string }) {
  const say = useWords(recordWords);
  const when = useWhen();
  if (items.length === 0 && !next) return <p className="quiet">{say("none")}</p>;
  return (
    <ol className="timeline">
      {items.map((item) => (
        <Step key={`${item.at} ${item.text}`} item={item} activityId={activityId} />
      ))}
      {next && (
        <li className="timeline-next">
          <span className="quiet nowrap">{when.instant(next.at)}</span>
          <div>
            <Tag color="warning">{say("next")}</Tag> {next.text}
          </div>
        </li>
      )}
    </ol>
  );
}

const ROLE_KEYS: readonly Role[] = [
  ...(["administrator", "alliance", "committee", "organizer", "branchSecretary"] as const),
  ...(["teamLead", "customerService", "auditor", "volunteer", "employee"] as const),
];

function useRoleWord() {
  const word = useDomainWords();
  return (role: string | undefined): string | undefined => {
    const known = ROLE_KEYS.find((one) => one === role);
    return known && word(`role.${known}`);
  };
}

function Step({ item, activityId }: { item: TimelineItem; activityId: string }) {
  const { at, kind, text, rule, rows, by, reason } = item;
  const say = useWords(recordWords);
  const when = useWhen();
  const role = useRoleWord()(by?.role);
  return (
    <li>
      <span className="quiet nowrap">{when.instant(at)}</span>
      <div>
        <Tag>{say(kind)}</Tag> {text}
        {by && (
          <div>
            <Person {...by} />
            <span className="quiet">
              {role && ` ${say("as", { role })}`}
              {by.deputyFor && ` ${say("deputy", { name: by.deputyFor })}`}
            </span>
          </div>
        )}
        {reason && <div>{say("reason", { reason })}</div>}
        {rule && <div className="quiet">{say("rule", { text: rule.text })}</div>}
        {rows.length > 0 && (
          <div className="quiet">
            {say("rows")}
            {rows.map(({ text: row, href }) => (
              <span key={row} className="said">
                <Row text={row} href={href} activityId={activityId} />
              </span>
            ))}
          </div>
        )}
      </div>
    </li>
  );
}

/** What a step rests on; `?tab=people` is a part of the same activity. */
function Row({ text, href, activityId }: { text: string; href: string | undefined; activityId: string }) {
  const [, tab] = /^\?tab=([\w-]+)$/.exec(href ?? "") ?? [];
  return tab ? <PageLink to={`/activities/${activityId}/${tab}`}>{text}</PageLink> : text;
}

function useColumns(): ListColumn<Audit>[] {
  const say = useWords(recordWords);
  const when = useWhen();
  const wall = useWall();
  const roleWord = useRoleWord();
  const nameOf = ({ actorId, actorName }: Audit) => (actorId === "system" ? say("system") : (actorName ?? actorId));
  return [
    {
      key: "at",
      title: say("column.at"),
      show: ({ at }) => <span className="nowrap">{when.instant(at)}</span>,
      value: ({ at }) => wall(at),
    },
    {
      key: "who",
      title: say("column.who"),
      show: (entry) =>
        entry.actorId === "system" ? (
          say("system")
        ) : (
          <Person memberId={entry.actorId} name={entry.actorName} employeeNumber={entry.actorEmployeeNumber} />
        ),
      value: nameOf,
    },
    {
      key: "what",
      title: say("column.what"),
      show: ({ action, actionText }) => actionText ?? <span className="code">{action}</span>,
      value: ({ action, actionText }) => actionText ?? action,
    },
    {
      key: "role",
      title: say("column.role"),
      show: ({ role }) => roleWord(role),
      value: ({ role }) => roleWord(role),
    },
    {
      key: "reason",
      title: say("column.reason"),
      show: ({ reason }) => reason,
      value: ({ reason }) => reason,
    },
  ];
}
