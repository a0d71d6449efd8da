import { activityRefusal } from "@yigong/core/activity/activity.refusals.ts";
import { type Info as Activity, startOf } from "@yigong/core/activity/activity.ts";
import { chunksOf } from "@yigong/core/lib/parallel.ts";
import { plusHours } from "@yigong/core/lib/time.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import type { ByAt } from "@yigong/core/permission/actor.ts";
import { tell } from "../lifecycle/lifecycle-effects.ts";
import { type ConcernedDeps, findConcerned } from "../participation/find-concerned.ts";
import type { ActivityChangeDeps } from "./activity-change.ts";
import { cancelActivity } from "./cancel-activity.ts";
import { type NewTimes, rescheduleActivity } from "./reschedule-activity.ts";

/** Later than this before the start nobody can count on being reached: then it is cancelled, and people are phoned. */
const BEFORE_HOURS = 2;
const TOLD_AT_ONCE = 100;

export type CallOffDeps = ActivityChangeDeps & ConcernedDeps;

/** Whom the change itself does not tell: coverers, heads and stewards. */
async function toldOthers(deps: CallOffDeps, activity: Activity, { at, reason }: ByAt & { reason: string }) {
  const concerned = await findConcerned(deps, activity, at);
  const others = [...concerned].flatMap(([memberId, as]) => (as === "participant" ? [] : [memberId]));
  return chunksOf(others.sort(), TOLD_AT_ONCE).map((memberIds, part): Effect => {
    const to = { kind: "members" as const, memberIds };
    const about = { activity, template: "activity.calledOff" as const, to, dueAt: at, cause: `off.${at}.${part}` };
    return tell(about, { startsAt: startOf(activity), reason });
  });
}

/**
 * Cancels or postpones an activity for the weather, up to two hours before it begins, and tells everybody concerned in the
 * same transaction: who takes part, who covers, the heads of the posts, and who was to check people in.
 *
 * @throws `activity.call_off_late`, and what cancelling and rescheduling throw
 * @source docs/domain.md "Decision, weather"
 */
export const callOff =
  (deps: CallOffDeps) =>
  async (activity: Activity, times: NewTimes | undefined, by: ByAt & { reason: string }): Promise<void> => {
    if (by.at > plusHours(startOf(activity), -BEFORE_HOURS)) throw activityRefusal("activity.call_off_late");
    const also = await toldOthers(deps, activity, by);
    if (times) await rescheduleActivity(deps)(activity.id, times, { ...by, also });
    else await cancelActivity(deps)(activity, { ...by, also });
  };
