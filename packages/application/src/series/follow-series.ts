import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { startOf } from "@yigong/core/activity/activity.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import type { Info as Lifecycle } from "@yigong/core/lifecycle/lifecycle.ts";
import { Made, Series } from "@yigong/core/series/index.ts";
import type { ChangedBy } from "../activity/activity-change.ts";
import { rescheduleActivity } from "../activity/reschedule-activity.ts";
import { reviseActivity } from "../activity/revise-activity.ts";
import type { MakeDeps } from "./make-due.ts";

/** Why an activity of a series stays as it is though the series was changed. */
export type Why = "changedAlone" | "published" | "notInSeries" | "refused";

/** What became of the activities that were made before a change of their series. */
export interface Followed {
  followed: string[];
  stayed: { day: string; activityId: string; why: Why; code?: string }[];
}

export interface FollowDeps extends MakeDeps {
  activities: MakeDeps["activities"];
}

interface Visit {
  day: string;
  activity: Activity;
  lifecycle: Lifecycle;
}

/** The activities of a series that have not begun and are not cancelled. */
async function openVisits(deps: FollowDeps, series: Series.Info, at: string): Promise<Visit[]> {
  const made = await deps.series.made(series.id);
  const ids = made.flatMap((one) => (one.state === "made" ? [one.activityId] : []));
  const [activities, rows] = await Promise.all([deps.activities.getMany(ids), deps.lifecycles.getMany(ids)]);
  return activities.flatMap((activity) => {
    const lifecycle = rows.get(activity.id);
    const isOpen = lifecycle !== undefined && lifecycle.status !== "cancelled" && startOf(activity) > at;
    return isOpen && activity.occurrence ? [{ day: activity.occurrence, activity, lifecycle }] : [];
  });
}

/** Moves a visit to the times of its series; recruiting that is over stays over. */
async function move(deps: FollowDeps, { day, activity, lifecycle }: Visit, series: Series.Info, by: ChangedBy) {
  const { sessions, recruitUntil } = Made.draftOn(series, day, deps.zone);
  const times = activity.sessions.flatMap(({ id }, index) => {
    const time = sessions[index];
    return time ? [{ id, startsAt: time.startsAt, endsAt: time.endsAt }] : [];
  });
  const isRecruiting = lifecycle.status === "recruiting" || lifecycle.status === "proposing";
  await rescheduleActivity(deps)(
    activity.id,
    { sessions: times, ...(isRecruiting && recruitUntil > by.at ? { recruitUntil } : {}) },
    by,
  );
}

/** Brings one visit in line with its series. @returns why it stays as it is, in whole or in part */
async function followOne(deps: FollowDeps, series: Series.Info, visit: Visit, by: ChangedBy): Promise<Why | undefined> {
  const { day, activity } = visit;
  if (!Series.daysOf(series).includes(day)) return "notInSeries";
  const on = { day, zone: deps.zone };
  const missing = Made.differences(activity, Series.writingOf(series), on);
  const own = Made.ownParts(activity, series, on);
  const isSameNumber = activity.sessions.length === series.sessions.length;
  const isFollowed = (part: Made.Part) => missing.includes(part) && !own.includes(part);
  if (isFollowed("times") && isSameNumber) await move(deps, visit, series, by);
  if (isFollowed("text")) await reviseActivity(deps)(activity.id, { patch: Made.revisionOf(series) }, by);
  if (own.length > 0) return "changedAlone";
  return missing.includes("setup") || !isSameNumber ? "published" : undefined;
}

/**
 * Brings the activities of a series that were made and have not begun in line with it. What was changed for one alone
 * stays so. Safe to run twice.
 *
 * @param by - who changed the series; it becomes the audit entry of each activity
 */
export async function followSeries(deps: FollowDeps, series: Series.Info, by: ChangedBy): Promise<Followed> {
  const outcome: Followed = { followed: [], stayed: [] };
  for (const visit of await openVisits(deps, series, by.at)) {
    const about = { day: visit.day, activityId: visit.activity.id };
    try {
      const why = await followOne(deps, series, visit, by);
      if (why === undefined) outcome.followed.push(visit.day);
      else outcome.stayed.push({ ...about, why });
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind === "unavailable") throw error;
      outcome.stayed.push({ ...about, why: "refused", code: error.code });
    }
  }
  return outcome;
}
