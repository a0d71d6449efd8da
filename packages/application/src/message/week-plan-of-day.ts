import { dayOf } from "@yigong/core/lib/time.ts";
import { cachedUntilWritten } from "../lib/cached-until-written.ts";
import type { Rules } from "./message-rules.ts";
import { activitiesOfWeek, classesOfWeek, planDayOf, planOf, type WeekPlanDeps } from "./week-plan.ts";

/** The activities and classes of a week are read for all who get their digest in the same minute. */
const SECONDS = 60;

/** Tells what somebody does in a week, on the day on which its plan is told; on other days nothing. */
export function weekPlanOfDay(deps: WeekPlanDeps & { now: () => string; rules: () => Promise<Rules> }) {
  const read = async () => {
    const at = deps.now();
    const [found, classes] = await Promise.all([activitiesOfWeek(deps, at), classesOfWeek(deps, at)]);
    return { around: found, classes };
  };
  const around = cachedUntilWritten(read, { now: deps.now, writes: () => 0, seconds: SECONDS });
  return async (memberId: string, day: string) => {
    const at = deps.now();
    const { isQuiet, workdays } = await deps.rules();
    const isToday = dayOf(at, deps.zone) === day && planDayOf(at, { zone: deps.zone, workdays }) === day;
    if (!isQuiet || !isToday) return [];
    return planOf(deps, memberId, { at, ...(await around()) });
  };
}
