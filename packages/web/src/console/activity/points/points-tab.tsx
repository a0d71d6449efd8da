import { useLanguage } from "../../../shared/language.ts";
import { useMe } from "../../../shared/use-me.ts";
import { useWhen } from "../../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../../shared/words.ts";
import { PageLink } from "../../ui/link.tsx";
import { List, type ListColumn } from "../../ui/list.tsx";
import { Person } from "../../ui/person.tsx";
import { useWall } from "../../ui/use-wall.ts";
import type { ActivityPoint } from "../activity.routes.ts";
import { mayDo } from "../rights.ts";
import type { TabProps } from "../tab-props.ts";
import { Corrections } from "./corrections.tsx";
import { activityPointsWords } from "./points.words.ts";

/** What the activity gave, to whom and by which rule; and what was corrected of it. */
export default function PointsTab({ activity }: TabProps) {
  const say = useWords(activityPointsWords);
  const me = useMe();
  const columns = useColumns();
  return (
    <>
      {mayDo(me, "points.readCorrections", activity) && <Corrections activity={activity} />}
      {mayDo(me, "points.read", activity) && (
        <List
          name="activity.points"
          title={say("title", { title: activity.title })}
          route="GET /activities/{id}/points"
          given={{ path: { id: activity.id } }}
          rowKey={({ id }) => id}
          columns={columns}
          empty={<p>{say("empty")}</p>}
        />
      )}
    </>
  );
}

function useColumns(): ListColumn<ActivityPoint>[] {
  const say = useWords(activityPointsWords);
  const word = useDomainWords();
  const language = useLanguage();
  const when = useWhen();
  const wall = useWall();
  return [
    {
      key: "person",
      title: say("person"),
      show: ({ memberId, name, employeeNumber }) =>
        memberId && <Person memberId={memberId} name={name} employeeNumber={employeeNumber} />,
      value: ({ name }) => name,
    },
    {
      key: "number",
      title: say("number"),
      hidden: true,
      show: ({ employeeNumber }) => <span className="number">{employeeNumber}</span>,
      value: ({ employeeNumber }) => employeeNumber,
    },
    {
      key: "kind",
      title: say("kind"),
      show: ({ kind }) => word(`points.kind.${kind}`),
      value: ({ kind }) => word(`points.kind.${kind}`),
    },
    {
      key: "rule",
      title: say("rule"),
      show: ({ lines, reason }) => (
        <>
          {lines.map(({ rule, text }) => (
            <div key={rule}>{text[language]}</div>
          ))}
          {reason && <div className="quiet">{reason}</div>}
        </>
      ),
      value: ({ lines }) => lines.map(({ text }) => text[language]).join("\n"),
    },
    {
      key: "workdays",
      title: say("workdays"),
      align: "right",
      show: ({ workdays }) => workdays,
      value: ({ workdays }) => Number(workdays),
    },
    {
      key: "points",
      title: say("points"),
      align: "right",
      show: ({ points, memberId }) => (memberId ? <PageLink to={`/points/${memberId}`}>{points}</PageLink> : points),
      value: ({ points }) => Number(points),
    },
    {
      key: "ruleSet",
      title: say("ruleSet"),
      show: ({ ruleSet }) => <PageLink to="/rules">{say("version", { version: String(ruleSet) })}</PageLink>,
      value: ({ ruleSet }) => ruleSet,
    },
    {
      key: "postedAt",
      title: say("postedAt"),
      show: ({ postedAt }) => <span className="nowrap">{when.instant(postedAt)}</span>,
      value: ({ postedAt }) => wall(postedAt),
    },
  ];
}
