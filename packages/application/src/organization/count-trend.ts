import type { Activities } from "@yigong/core/activity/activity.store.ts";
import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import type { Attendances } from "@yigong/core/attendance/attendance.store.ts";
import { mapInParallel } from "@yigong/core/lib/parallel.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { dayOf, instantOf, plusDays, plusHours } from "@yigong/core/lib/time.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import { type Info as Lifecycle, outcomeOf } from "@yigong/core/lifecycle/lifecycle.ts";
import { type Share, shareOf } from "@yigong/core/member/figures.ts";
import { resultsOf } from "@yigong/core/survey/results.ts";
import type { Surveys } from "@yigong/core/survey/survey.store.ts";
import { cachedUntilWritten } from "../lib/cached-until-written.ts";
import { FIGURES_SECONDS } from "./count-figures.ts";

export interface TrendDeps {
  activities: Pick<Activities, "startingBetween">;
  lifecycles: Pick<Lifecycles, "getMany">;
  attendances: Pick<Attendances, "of">;
  surveys: Pick<Surveys, "get">;
  zone: string;
  /** ISO-8601 UTC. */
  now: () => string;
}

/** Figures month by month, `YYYY-MM`, oldest first. */
export interface Trend {
  /** Attendances (人次): one person who was present in one session. */
  participations: { month: string; value: number }[];
  /** Of the archives due in a month, those that were filed by then. */
  archivedOnTime: ({ month: string } & Share)[];
  /** Of the answers to surveys closed in a month, those of 4 and 5; a survey of fewer than five answers is left out. */
  satisfaction: ({ month: string } & Share)[];
}

/** An activity may begin so long before a month in which its archive is due or its survey closes. */
const BACK_DAYS = 120;
const IN_FLIGHT = 16;
/** What was over a month ago moves by corrections only, and is counted again after an hour. */
const [SETTLED_HOURS, RECOUNTED_HOURS] = [30 * 24, 1];

/** What one activity adds to the months. */
interface Part {
  countedAt: string;
  attended: ReadonlyMap<string, number>;
  archive: { month: string; onTime: boolean } | undefined;
  survey: { month: string; n: number; of: number } | undefined;
}

const monthOf = (at: string, zone: string): string => dayOf(at, zone).slice(0, 7);

/** The last so many months, the present one last. */
function monthsUntil(at: string, count: number, zone: string): string[] {
  const [year = 0, month = 0] = monthOf(at, zone).split("-").map(Number);
  return Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(year, month - 1 - (count - 1 - back), 1)).toISOString().slice(0, 7),
  );
}

function archiveOf(lifecycle: Lifecycle, at: string, zone: string): Part["archive"] {
  const filedAt = outcomeOf(lifecycle, "Archive")?.at;
  const { archiveDueAt, enteredAt } = lifecycle;
  if (lifecycle.status === "cancelled" || !enteredAt.Archive || (!filedAt && archiveDueAt > at)) return undefined;
  return { month: monthOf(archiveDueAt, zone), onTime: filedAt !== undefined && filedAt <= archiveDueAt };
}

async function count(deps: TrendDeps, activity: Activity, lifecycle: Lifecycle, at: string): Promise<Part> {
  const { zone } = deps;
  const [rows, survey] = await Promise.all([
    lifecycle.enteredAt.Execute ? deps.attendances.of(activity.id) : [],
    lifecycle.enteredAt.Survey ? deps.surveys.get(activity.id, recent) : undefined,
  ]);
  const months = new Map(activity.sessions.map(({ id, startsAt }) => [id as string, monthOf(startsAt, zone)]));
  const attended = new Map<string, number>();
  for (const { state, sessionId } of rows) {
    const month = months.get(sessionId);
    if (state === "present" && month) attended.set(month, (attended.get(month) ?? 0) + 1);
  }
  const csat = survey?.status === "closed" ? resultsOf(survey.tally).csat : undefined;
  const closed = survey?.status === "closed" && csat ? { month: monthOf(survey.closedAt, zone), ...csat } : undefined;
  return { countedAt: at, attended, archive: archiveOf(lifecycle, at, zone), survey: closed };
}

/** Counts the trend; what one process counts is at most half a minute old, however many ask. @source docs/domain.md E2, E6, Words */
export function countingTrend(deps: TrendDeps): (months: number) => Promise<Trend> {
  const { zone, now } = deps;
  const known = new Map<string, Part>();
  const byLength = new Map<number, () => Promise<Trend>>();

  async function partOf(activity: Activity, lifecycle: Lifecycle, at: string): Promise<Part> {
    const before = known.get(activity.id);
    const isSettled = (outcomeOf(lifecycle, "Award")?.at ?? at) < plusHours(at, -SETTLED_HOURS);
    if (before && isSettled && before.countedAt <= at && plusHours(before.countedAt, RECOUNTED_HOURS) > at)
      return before;
    const part = await count(deps, activity, lifecycle, at);
    known.set(activity.id, part);
    return part;
  }

  async function read(length: number): Promise<Trend> {
    const at = now();
    const months = monthsUntil(at, length, zone);
    const from = plusDays(instantOf(`${months[0]}-01`, "00:00", zone), -BACK_DAYS, zone);
    const parts: Part[] = [];
    let cursor: string | undefined;
    do {
      const page = await deps.activities.startingBetween({ from, to: at }, { limit: 100, cursor });
      const rows = await deps.lifecycles.getMany(page.items.map(({ id }) => id));
      const found = await mapInParallel(page.items, IN_FLIGHT, async (activity) => {
        const lifecycle = rows.get(activity.id);
        return lifecycle ? [await partOf(activity, lifecycle, at)] : [];
      });
      parts.push(...found.flat());
      cursor = page.cursor;
    } while (cursor);
    return summed(parts, months);
  }

  return (length) => {
    const cached =
      byLength.get(length) ??
      cachedUntilWritten(() => read(length), { now, writes: () => 0, seconds: FIGURES_SECONDS });
    byLength.set(length, cached);
    return cached();
  };
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

function summed(parts: readonly Part[], months: readonly string[]): Trend {
  const archives = Map.groupBy(
    parts.flatMap(({ archive }) => archive ?? []),
    ({ month }) => month,
  );
  const surveys = Map.groupBy(
    parts.flatMap(({ survey }) => survey ?? []),
    ({ month }) => month,
  );
  return {
    participations: months.map((month) => ({
      month,
      value: total(parts.map(({ attended }) => attended.get(month) ?? 0)),
    })),
    archivedOnTime: months.map((month) => {
      const due = archives.get(month) ?? [];
      return { month, ...shareOf(due.filter(({ onTime }) => onTime).length, due.length) };
    }),
    satisfaction: months.map((month) => {
      const closed = surveys.get(month) ?? [];
      return { month, ...shareOf(total(closed.map(({ n }) => n)), total(closed.map(({ of }) => of))) };
    }),
  };
}
