import type { Info as Activity } from "../activity/activity.ts";
import { endOf, startOf } from "../activity/activity.ts";
import type { Refusal } from "../lib/error.ts";
import { dayOf, instantOf, plusDays, plusHours } from "../lib/time.ts";
import { lifecycleRefusal } from "./lifecycle.refusals.ts";
import { type Info as Lifecycle, outcomeOf, type Plan } from "./lifecycle.ts";

/** Cover is settled half a day before the start, so that a shift can still be arranged otherwise. */
const COVER_BEFORE_START_HOURS = 12;
/** Check-outs and roll-call after the last session. */
const EXECUTE_AFTER_END_HOURS = 2;
/** An archive is due a week after the activity. */
const ARCHIVE_DAYS = 7;
/** A gated stage that nobody ends is visited again after this long. */
const GATE_DAYS = 90;

/** Until when people arrange cover, when the organizer does not say: half a day before the start, or halfway if recruiting ends later. */
const coverUntilOf = ({
  coverUntil,
  recruitUntil,
  sessions,
}: Pick<Activity, "coverUntil" | "recruitUntil" | "sessions">) => {
  if (coverUntil) return coverUntil;
  const start = startOf({ sessions });
  const usual = plusHours(start, -COVER_BEFORE_START_HOURS);
  if (usual > recruitUntil) return usual;
  return new Date((Date.parse(recruitUntil) + Date.parse(start)) / 2).toISOString();
};

/** When the archive of an activity is due: a week after its end. */
export const archiveDueOf = (activity: Pick<Activity, "sessions">, zone: string): string =>
  plusDays(endOf(activity), ARCHIVE_DAYS, zone);

/** When a survey closes that opens at an instant: at 18:00 local time, `days` days later. */
export const surveyDueOf = (openedAt: string, days: number, zone: string): string =>
  instantOf(dayOf(plusDays(openedAt, days, zone), zone), "18:00", zone);

/**
 * The due instants of an activity whose sessions change while it runs. Stages that are over bind no longer: recruiting
 * counts as closed when it was, and cover keeps its deadline.
 *
 * @param at - when it changes, ISO-8601 UTC; service stays open for two hours from then, for roll-calls that are due
 * @throws `lifecycle.plan_order`
 */
export function planLeft(activity: Timed, row: Lifecycle, { at, zone }: { at: string; zone: string }): Plan {
  const [recruited, covered] = [outcomeOf(row, "Recruit"), outcomeOf(row, "Cover")];
  const { coverUntil, ...rest } = activity;
  const closed = recruited && recruited.at < rest.recruitUntil ? { recruitUntil: recruited.at } : {};
  const plan = planOf({ ...rest, ...closed, ...(covered ? {} : { coverUntil }) }, zone);
  const open = plusHours(at, EXECUTE_AFTER_END_HOURS);
  return { ...plan, Execute: plan.Execute.map((due) => (due < open ? open : due)) };
}

type Timed = Pick<Activity, "coverUntil" | "recruitUntil" | "sessions" | "surveyDays">;
type Dates = Pick<Activity, "coverUntil" | "recruitUntil" | "sessions">;

/** What is wrong with the order of an activity's dates, and the field that it is about; the first is what refuses it. */
export function* planFaults(activity: Dates): Generator<{ path: string; refusal: Refusal }> {
  for (const [at, { startsAt, endsAt }] of activity.sessions.entries())
    if (startsAt >= endsAt)
      yield { path: `sessions.${at}.endsAt`, refusal: lifecycleRefusal("lifecycle.plan_order/session") };
  const [{ recruitUntil }, start, coverUntil] = [activity, startOf(activity), coverUntilOf(activity)];
  if (recruitUntil >= start) yield { path: "recruitUntil", refusal: lifecycleRefusal("lifecycle.plan_order") };
  else if (recruitUntil >= coverUntil)
    yield { path: "coverUntil", refusal: lifecycleRefusal("lifecycle.plan_order/coverAfterRecruiting") };
  if (coverUntil > start)
    yield { path: "coverUntil", refusal: lifecycleRefusal("lifecycle.plan_order/coverBeforeStart") };
}

/**
 * The due instants of every stage of an activity.
 *
 * @throws `lifecycle.plan_order` when recruiting, cover, start and end are not in that order
 */
export function planOf(activity: Timed, zone: string): Plan {
  for (const { refusal } of planFaults(activity)) throw refusal;
  const coverUntil = coverUntilOf(activity);
  const end = endOf(activity);
  const gate = plusDays(end, GATE_DAYS, zone);
  return {
    Propose: [activity.recruitUntil],
    Recruit: [activity.recruitUntil],
    Cover: [coverUntil],
    Execute: [plusHours(end, EXECUTE_AFTER_END_HOURS)],
    Archive: [gate],
    Survey: [surveyDueOf(gate, activity.surveyDays, zone)],
  };
}
