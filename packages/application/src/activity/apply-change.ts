import { isDeepStrictEqual } from "node:util";
import type { Activities } from "@yigong/core/activity/activity.store.ts";
import { type Info as Activity, endOf } from "@yigong/core/activity/activity.ts";
import type { Announcements } from "@yigong/core/announcement/announcement.store.ts";
import { Announcement } from "@yigong/core/announcement/index.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import { deadlineOf, type Info as Lifecycle } from "@yigong/core/lifecycle/lifecycle.ts";
import type { Participations } from "@yigong/core/participation/participation.store.ts";
import type { Surveys } from "@yigong/core/survey/survey.store.ts";
import { takesAnswers } from "@yigong/core/survey/survey.ts";
import { type VoidDeps, voidCheckIns } from "../attendance/void-check-ins.ts";
import { effectsOfSuccession } from "../participation/participation-effects.ts";
import { clearCancelledSessions } from "./clear-cancelled-sessions.ts";

export interface ApplyChangeDeps extends VoidDeps {
  activities: Activities;
  lifecycles: Lifecycles;
  announcements: Pick<Announcements, "newest" | "announce">;
  participations: Pick<Participations, "moveSessions" | "of" | "vacate" | "closeSession" | "fillFreed">;
  surveys: Pick<Surveys, "get" | "moveEnd" | "close">;
  covers: {
    recompute: (activity: Activity, at: string) => Promise<unknown>;
    voidAll: (activity: Activity, reason: "activityCancelled", at: string) => Promise<unknown>;
  };
  zone: string;
}

/**
 * Brings notice, places, covers and survey in line with an activity that was moved, given more time or cancelled.
 *
 * It depends on the rows only, so it is safe to run twice, late, and after another change.
 * @param at - the clock's instant, ISO-8601 UTC
 */
export async function applyChange(deps: ApplyChangeDeps, activityId: string, at: string): Promise<void> {
  const [activity, row] = await Promise.all([deps.activities.get(activityId), deps.lifecycles.get(activityId)]);
  if (row.status === "cancelled") {
    await deps.surveys.close(activityId, at);
    await announceAnew(deps, activity, { row, at });
    if (activity.origin === "alliance") await deps.covers.voidAll(activity, "activityCancelled", at);
    return;
  }
  await deps.participations.moveSessions(activity);
  await clearCancelledSessions(deps, activity, at);
  await deps.participations.fillFreed({
    activity,
    at,
    zone: deps.zone,
    effects: (next) => effectsOfSuccession(activity, next, at),
  });
  await voidCheckIns(deps, activity, at);
  await announceAnew(deps, activity, { row, at });
  await moveSurvey(deps, row, at);
  if (activity.origin === "alliance") await deps.covers.recompute(activity, at);
}

/** Publishes a new revision of the notice if its content changed; earlier revisions stay readable. @source docs/domain.md A3 */
async function announceAnew(
  { announcements }: ApplyChangeDeps,
  activity: Activity,
  now: { row: Lifecycle; at: string },
) {
  const before = await announcements.newest(activity.id);
  // Nobody comes to what is over: what is set right in its record afterwards needs no notice.
  if (!before || now.at >= endOf(activity)) return;
  const holding = { ...activity, recruitUntil: deadlineOf(now.row, "Recruit") ?? activity.recruitUntil };
  const cancelled = now.row.status === "cancelled" ? now.row.cancellation : undefined;
  const next = Announcement.compose(holding, { revision: before.revision + 1, at: now.at, cancelled });
  if (!isDeepStrictEqual(next.content, before.content)) await announcements.announce(next);
}

/** A survey takes answers until its stage ends. */
async function moveSurvey({ surveys }: ApplyChangeDeps, row: Lifecycle, at: string): Promise<void> {
  const closesAt = deadlineOf(row, "Survey");
  if (row.status !== "surveying" || row.outcomes.Survey || closesAt === undefined) return;
  if (takesAnswers(await surveys.get(row.activityId), at)) await surveys.moveEnd(row.activityId, { at, closesAt });
}
