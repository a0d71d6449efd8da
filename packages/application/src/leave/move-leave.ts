import { type Info as Activity, startOf } from "@yigong/core/activity/activity.ts";
import { entryOf } from "@yigong/core/audit/audit.ts";
import type * as Leave from "@yigong/core/leave/leave.ts";
import { CLASH, untilSaved } from "@yigong/core/lib/optimistic.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import { effectsOfLeaving, toldLeaders } from "../participation/participation-effects.ts";
import type { ParticipationDeps } from "../participation/participation-stores.ts";
import { answered, turned } from "./leave-effects.ts";

/** Who decides what is decided by time alone. */
export const SYSTEM: By = { actorId: "system" };

type Written = Parameters<ParticipationDeps["leaves"]["saveOps"]>[1];

/** Writes a request under its optimistic lock. @returns false when it was changed, or begun, in between */
export async function saveLeave(
  deps: ParticipationDeps,
  before: Leave.Info | undefined,
  decision: Written,
  at: string,
): Promise<boolean> {
  if (!before) return deps.leaves.begin(decision, at);
  const written = await deps.leaves.change(before, at, (current) =>
    current.version === before.version ? decision : { item: current },
  );
  return written === decision.item;
}

/** Those who run the activity learn who does not come; why is for those who decide. Nobody is told of what silence approved. */
function toldLateLeave(activity: Activity, { after, name, at }: { after: Leave.Info; name: string; at: string }) {
  const startsAt = startOf(activity);
  if (at >= startsAt) return [];
  const cause = `${activity.id}.${after.memberId}.${after.earlier.length + 1}`;
  return toldLeaders(activity, { template: "participation.lateLeave", params: { name, startsAt }, cause, at });
}

interface Move {
  activity: Activity;
  memberId: string;
  by: By;
  at: string;
  decide: (leave: Leave.Info) => Leave.Info;
}

/** Moves a leave on, with its message and audit entry; whatever becomes approved frees its places in the same transaction. */
export async function moveLeave(
  deps: ParticipationDeps,
  { activity, memberId, by, at, decide }: Move,
): Promise<Leave.Info> {
  const member = await deps.members.get(memberId);
  return untilSaved(async () => {
    const before = await deps.leaves.get(activity.id, memberId);
    const after = decide(before);
    if (after === before) return before;
    const reason = "decision" in after ? after.decision.reason : undefined;
    const told = { subjectId: activity.id, at, action: `leave.${after.status}`, by, reason, detail: { memberId } };
    const audit = [entryOf(deps.newId, told)];
    const effects = [...answered({ activity, leave: after, member, at }), ...turned({ before, after, at })];
    const decision = { item: after, effects, audit };
    if (after.status !== "approved") return (await saveLeave(deps, before, decision, at)) ? after : CLASH;
    const moved = await deps.participations.vacate({
      activity,
      memberId,
      leaving: { by: by.actorId, cause: "leave", at },
      zone: deps.zone,
      also: deps.leaves.saveOps(before, decision, at),
      effects: (change) => [
        ...effectsOfLeaving(activity, change, at),
        ...(after.request.late ? toldLateLeave(activity, { after, name: member.name, at }) : []),
      ],
    });
    return moved ? after : CLASH;
  });
}
