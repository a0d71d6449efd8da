import { DatePicker, Select } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useReading } from "../../shared/api/use-reading.ts";
import { useSettings, useWhen } from "../../shared/use-when.ts";
import { instantAt } from "../../shared/wall-time.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { Blank } from "../ui/blank.tsx";
import { PageLink } from "../ui/link.tsx";
import { List, type ListColumn } from "../ui/list.tsx";
import { Page } from "../ui/page.tsx";
import { Person } from "../ui/person.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { useFilters } from "../ui/use-filters.ts";
import { useUnits } from "../ui/use-units.ts";
import { useWall } from "../ui/use-wall.ts";
import type { ListedNeed } from "./covers.routes.ts";
import { coverPageWords } from "./covers.words.ts";
import { NeedActs } from "./need-acts.tsx";
import { NeedDetail, NeedTag } from "./need-row.tsx";
import "../activity/activity.css";

const STATUSES = ["open", "unfilled", "offered", "accepted", "confirmed", "void"] as const;

/** Shifts that need a cover, over all activities: open ones first, settled in place. */
export default function CoversPage() {
  const say = useWords(coverPageWords);
  const [filters] = useFilters();
  const zone = useSettings()?.zone ?? "Asia/Shanghai";
  const { status, from, to, branchId } = filters;
  const columns = useColumns();
  const dayAt = (day: string | undefined, plus = 0) =>
    day && instantAt(`${dayjs(day).add(plus, "day").format("YYYY-MM-DD")}T00:00`, zone);
  return (
    <Page title={say("title")} about={say("about")}>
      <List
        name="covers"
        title={say("title")}
        route="GET /covers"
        given={{ query: { status, from: dayAt(from), to: dayAt(to, 1), branchId } }}
        rowKey={({ activityId, id }) => `${activityId} ${id}`}
        columns={columns}
        filters={<Narrow />}
        more={(need) => <Whole need={need} />}
        empty={<Blank title={say("empty.title")}>{say("empty.detail")}</Blank>}
      />
    </Page>
  );
}

/** A need with who could take it, which only its activity's list says. */
function Whole({ need }: { need: ListedNeed }) {
  const path = { id: need.activityId };
  const covers = useReading("GET /activities/{id}/covers", { path, query: { limit: 200 } });
  const whole = covers.data?.groups.flatMap(({ needs }) => needs).find(({ id }) => id === need.id);
  return <Loaded of={covers}>{() => <NeedDetail need={whole ?? need} />}</Loaded>;
}

function Narrow() {
  const say = useWords(coverPageWords);
  const word = useDomainWords();
  const units = useUnits();
  const [{ status, from, to, branchId }, setFilters] = useFilters();
  const day = (text: string | undefined): Dayjs | null => (text ? dayjs(text) : null);
  const textOf = (picked: Dayjs | null) => picked?.format("YYYY-MM-DD");
  return (
    <>
      <Select<string>
        aria-label={say("filter.status")}
        placeholder={say("filter.status")}
        allowClear
        className="cover-filter"
        value={status ?? null}
        onChange={(chosen: string | undefined) => setFilters({ status: chosen })}
        options={STATUSES.map((value) => ({
          value: value as string,
          label: value === "void" ? say("void") : word(`cover.status.${value}`),
        }))}
      />
      <Select<string>
        aria-label={say("filter.branch")}
        placeholder={say("filter.branch")}
        allowClear
        className="cover-filter"
        value={branchId ?? null}
        onChange={(chosen: string | undefined) => setFilters({ branchId: chosen })}
        options={units.of("branch").map(({ id, name }) => ({ value: id as string, label: name }))}
      />
      <DatePicker
        aria-label={say("filter.from")}
        placeholder={say("filter.from")}
        value={day(from)}
        onChange={(picked: Dayjs | null) => setFilters({ from: textOf(picked) })}
      />
      <DatePicker
        aria-label={say("filter.to")}
        placeholder={say("filter.to")}
        value={day(to)}
        onChange={(picked: Dayjs | null) => setFilters({ to: textOf(picked) })}
      />
    </>
  );
}

function useColumns(): ListColumn<ListedNeed>[] {
  const say = useWords(coverPageWords);
  const word = useDomainWords();
  const when = useWhen();
  const wall = useWall();
  return [
    {
      key: "period",
      title: say("column.period"),
      show: ({ from, to }) => <span className="nowrap">{when.period(from, to)}</span>,
      value: ({ from }) => wall(from),
    },
    {
      key: "person",
      title: say("column.person"),
      show: ({ participant }) => <Person {...participant} />,
      value: ({ participant }) => participant.name,
    },
    { key: "post", title: say("column.post"), show: ({ post }) => post, value: ({ post }) => post },
    {
      key: "activity",
      title: say("column.activity"),
      show: ({ activityId, title }) => (
        <PageLink className="clamp" to={`/activities/${activityId}/covers`}>
          {title}
        </PageLink>
      ),
      value: ({ title }) => title,
    },
    {
      key: "status",
      title: say("column.status"),
      show: ({ status }) => <NeedTag status={status} />,
      value: ({ status }) => (status === "void" ? say("void") : word(`cover.status.${status}`)),
    },
    {
      key: "coverer",
      title: say("column.coverer"),
      show: ({ coverer }) => coverer && <Person {...coverer} />,
      value: ({ coverer }) => coverer?.name,
    },
    {
      key: "due",
      title: say("column.due"),
      show: ({ expiresAt, status }) =>
        status === "offered" && expiresAt && <span className="nowrap">{when.instant(expiresAt)}</span>,
      value: ({ expiresAt }) => wall(expiresAt),
    },
    {
      key: "acts",
      title: say("column.acts"),
      show: (need) => (
        <div className="line-acts">
          <NeedActs need={need} />
        </div>
      ),
    },
  ];
}
