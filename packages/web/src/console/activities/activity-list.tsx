import { Empty, Space } from "antd";
import type { ListedActivity } from "../../shared/api/routes.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { PageLink } from "../ui/link.tsx";
import { List, type ListColumn } from "../ui/list.tsx";
import { StageTag } from "../ui/stage.tsx";
import { wallDate } from "../ui/wall-date.ts";
import { activitiesWords } from "./activities.words.ts";
import { ActivityFilters } from "./filters.tsx";
import { BEGINNING, spanOf } from "./span.ts";
import { StartButton } from "./start-button.tsx";
import { useAsked } from "./use-asked.ts";

const startOf = ({ sessions }: ListedActivity): string => sessions.map(({ startsAt }) => startsAt).sort()[0] ?? "";
const endOf = ({ sessions }: ListedActivity): string =>
  sessions
    .map(({ endsAt }) => endsAt)
    .sort()
    .at(-1) ?? "";
/** The stage that it is in. */
const stageOf = ({ stages }: ListedActivity) => stages.find(({ enteredAt, endedAt }) => enteredAt && !endedAt)?.name;

/** Activities by start as a table. */
export function ActivityList() {
  const say = useWords(activitiesWords);
  const asked = useAsked();
  const columns = useColumns(asked.zone);
  return (
    <List
      name="activities"
      title={say("title")}
      route="GET /activities"
      given={{ query: { ...asked.narrowed, status: asked.status, ...spanOf(asked.days, asked) } }}
      columns={columns}
      rowKey={({ id }) => id}
      filters={<ActivityFilters />}
      empty={<NoActivities />}
    />
  );
}

/** From and to, of which each stays whole when there is no room for both. */
const Period = ({ text }: { text: string }) => (
  <span className="moment">
    {text.split(" – ").map((part, at) => (
      <span key={part}>
        {at > 0 && " "}
        <span className="whole">{at > 0 ? `– ${part}` : part}</span>
      </span>
    ))}
  </span>
);

function useColumns(zone: string): ListColumn<ListedActivity>[] {
  const say = useWords(activitiesWords);
  const word = useDomainWords();
  const when = useWhen();
  const due = (one: ListedActivity) => {
    const stage = stageOf(one);
    return one.nextDueAt && stage
      ? say("due", { stage: word(`activity.stage.${stage}`), when: when.instant(one.nextDueAt) })
      : "";
  };
  return [
    {
      key: "title",
      title: say("column.title"),
      width: 220,
      show: (one) => (
        <PageLink to={`/activities/${one.id}`} className="clamp">
          {one.title}
        </PageLink>
      ),
      value: ({ title }) => title,
    },
    {
      key: "status",
      title: say("column.status"),
      width: 84,
      show: ({ status }) => <StageTag status={status} />,
      value: ({ status }) => word(`activity.status.${status}`),
    },
    {
      key: "time",
      title: say("column.time"),
      width: 200,
      show: (one) => <Period text={when.period(startOf(one), endOf(one))} />,
      value: (one) => wallDate(startOf(one), zone),
    },
    {
      key: "end",
      title: say("column.end"),
      hidden: true,
      show: (one) => <span className="number">{when.instant(endOf(one))}</span>,
      value: (one) => wallDate(endOf(one), zone),
    },
    {
      key: "place",
      title: say("column.place"),
      width: 130,
      show: ({ place }) => (
        <span className="clamp" title={place}>
          {place}
        </span>
      ),
      value: ({ place }) => place,
    },
    {
      key: "people",
      title: say("column.people"),
      align: "right",
      width: 84,
      show: ({ people: { placed, headCount, waiting } }) => (
        <>
          {say("people", { placed: String(placed), headCount: String(headCount) })}
          {waiting > 0 && <div className="quiet">{say("people.waiting", { count: String(waiting) })}</div>}
        </>
      ),
      value: ({ people }) => people.placed,
    },
    {
      key: "headCount",
      title: say("column.headCount"),
      align: "right",
      hidden: true,
      show: ({ people }) => people.headCount,
      value: ({ people }) => people.headCount,
    },
    {
      key: "waiting",
      title: say("column.waiting"),
      align: "right",
      hidden: true,
      show: ({ people }) => people.waiting,
      value: ({ people }) => people.waiting,
    },
    {
      key: "origin",
      title: say("column.origin"),
      hidden: true,
      show: ({ origin }) => word(`activity.origin.${origin}`),
      value: ({ origin }) => word(`activity.origin.${origin}`),
    },
    {
      key: "due",
      title: say("column.due"),
      width: 200,
      show: (one) => <span className="moment">{due(one)}</span>,
      value: due,
    },
    {
      key: "dueAt",
      title: say("column.dueAt"),
      hidden: true,
      show: ({ nextDueAt }) => nextDueAt && <span className="number">{when.instant(nextDueAt)}</span>,
      value: ({ nextDueAt }) => wallDate(nextDueAt, zone),
    },
    {
      key: "act",
      title: say("column.act"),
      width: 104,
      show: ({ id, title }) => (
        <PageLink to="/activities/new" search={{ from: id }} label={`${say("copy")}: ${title}`}>
          {say("copy")}
        </PageLink>
      ),
    },
  ];
}

function NoActivities() {
  const say = useWords(activitiesWords);
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say("empty.title")}>
      <p className="quiet">{say("empty.detail")}</p>
      <Space wrap>
        <StartButton primary={false} />
        <PageLink to="/activities" search={{ from: BEGINNING }}>
          {say("empty.earlier")}
        </PageLink>
      </Space>
    </Empty>
  );
}
