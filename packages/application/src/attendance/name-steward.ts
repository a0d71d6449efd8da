import { type Info as Activity, startOf } from "@yigong/core/activity/activity.ts";
import { type Info, name } from "@yigong/core/attendance/steward.ts";
import { entryOf } from "@yigong/core/audit/audit.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import { memberRefusal } from "@yigong/core/member/member.refusals.ts";
import { isEmployedOn } from "@yigong/core/member/member.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import type { ByAt } from "@yigong/core/permission/actor.ts";
import { nameOf } from "../lib/name-of.ts";
import { tell } from "../lifecycle/lifecycle-effects.ts";
import type { AttendanceDeps } from "./attendance-stores.ts";

interface Which {
  activityId: string;
  memberId: string;
}

/**
 * Names somebody who may check people in at one activity. Twice is once.
 *
 * @throws `activity.missing`, `member.missing` for somebody who is not on the roster today, `steward.too_many`
 */
export async function nameSteward(deps: AttendanceDeps, { activityId, memberId }: Which, by: ByAt): Promise<Info> {
  const activity = await deps.activities.get(activityId);
  const { id } = activity;
  const [member] = await deps.members.getMany([memberId]);
  if (!member || !isEmployedOn(member, dayOf(by.at, deps.zone))) throw memberRefusal("member.missing/thatDay");
  const before = await deps.stewards.of(id);
  const steward = name(before, { activityId: id, memberId, namedBy: by.actorId, namedAt: by.at });
  if (before.includes(steward)) return steward;
  const { at, ...who } = by;
  const told = { subjectId: id, by: who, at, action: "attendance.nameSteward", detail: { memberId } };
  const effects = memberId === by.actorId ? [] : [toldSteward(activity, steward, await nameOf(deps, [by.actorId]))];
  await deps.stewards.add(steward, { effects, audit: [entryOf(deps.newId, told)] });
  deps.wake();
  return steward;
}

/** Tells somebody what they are asked to do, and that it is no more than that. */
const toldSteward = (activity: Activity, { memberId, namedBy, namedAt }: Info, names: (id: string) => string): Effect =>
  tell(
    {
      activity,
      template: "steward.named",
      to: { kind: "members", memberIds: [memberId] },
      dueAt: namedAt,
      cause: `steward.${memberId}.${namedAt}`,
    },
    { name: names(namedBy), startsAt: startOf(activity), place: activity.place },
  );

/** Takes the right away again, at once. Who has none stays without. */
export async function removeSteward(deps: AttendanceDeps, { activityId, memberId }: Which, by: ByAt): Promise<void> {
  const steward = await deps.stewards.find(activityId, memberId);
  if (!steward) return;
  const { at, ...who } = by;
  const told = { subjectId: activityId, by: who, at, action: "attendance.removeSteward", detail: { memberId } };
  await deps.stewards.remove(steward, at, { audit: [entryOf(deps.newId, told)] });
}
