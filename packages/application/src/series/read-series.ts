import { endOf, startOf } from "@yigong/core/activity/activity.ts";
import { Made, Series } from "@yigong/core/series/index.ts";
import type { FollowDeps } from "./follow-series.ts";

/** One visit as people see it. */
export interface VisitState {
  day: string;
  startsAt: string;
  endsAt: string;
  state: "planned" | "made" | "skipped" | "cancelled" | "notMade" | "missed";
  activityId?: string | undefined;
  /** What was changed for it alone, beside the series. */
  changed?: Made.Part[] | undefined;
  /** Why it is no activity, or was skipped. */
  code?: string | undefined;
  reason?: string | undefined;
}

/** A visit of which there is no activity. */
function unmade(series: Series.Info, visit: Series.Occurrence, made: Made.Info | undefined, at: string): VisitState {
  const { day, startsAt, endsAt, recruitUntil } = visit;
  const times = { day, startsAt, endsAt };
  const skipped = series.skipped.find((one) => one.day === day);
  if (skipped) return { ...times, state: "skipped", reason: skipped.reason };
  if (made?.state === "notMade") return { ...times, state: "notMade", code: made.code };
  return { ...times, state: recruitUntil <= at || series.ended ? "missed" : "planned" };
}

/** The visits of a series in order: planned ones, and those that are activities, also on days that it no longer has. */
export const readVisits =
  (deps: Pick<FollowDeps, "series" | "activities" | "lifecycles" | "zone">) =>
  async (series: Series.Info, at: string): Promise<VisitState[]> => {
    const noted = new Map((await deps.series.made(series.id)).map((one) => [one.day, one]));
    const ids = [...noted.values()].flatMap((one) => (one.state === "made" ? [one.activityId] : []));
    const [activities, rows] = await Promise.all([deps.activities.getMany(ids), deps.lifecycles.getMany(ids)]);
    const found = activities.map((activity): VisitState => {
      const day = activity.occurrence ?? "";
      const isCancelled = rows.get(activity.id)?.status === "cancelled";
      const skipped = series.skipped.find((one) => one.day === day);
      return {
        ...{ day, startsAt: startOf(activity), endsAt: endOf(activity), activityId: activity.id },
        state: skipped ? "skipped" : isCancelled ? "cancelled" : "made",
        changed: Made.ownParts(activity, series, { day, zone: deps.zone }),
        reason: skipped?.reason,
      };
    });
    const days = new Set(found.map(({ day }) => day));
    const others = Series.occurrencesOf(series, deps.zone)
      .filter(({ day }) => !days.has(day))
      .filter(({ startsAt }) => !series.ended || startsAt <= at)
      .map((visit) => unmade(series, visit, noted.get(visit.day), at));
    return [...found, ...others].sort((a, b) => (a.day < b.day ? -1 : 1));
  };
