import { type Info as Activity, startOf } from "@yigong/core/activity/activity.ts";
import type { Entry } from "@yigong/core/audit/audit.ts";
import * as Leave from "@yigong/core/leave/leave.ts";
import { CLASH, untilSaved } from "@yigong/core/lib/optimistic.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import { affiliationOn } from "@yigong/core/member/member.ts";
import { refuseAll } from "@yigong/core/participation/fault.ts";
import type { By, ParticipationDeps } from "./deps.ts";
import { effectsOfLeaving } from "./effects.ts";
import { answered, asked } from "./leave-effects.ts";

/**
 * Asks for leave and tells who decides. The same request twice is one.
 *
 * @throws all reasons at once (see `leave.ts`, `faultsOf`); `store.busy`
 * @source docs/domain.md A5
 */
export const askLeave =
  (deps: ParticipationDeps) =>
  async (
    { activityId, memberId, at }: { activityId: string; memberId: string; at: string },
    plea: Leave.Plea,
  ): Promise<Leave.Info> => {
    const [activity, lifecycle, member, duty] = await Promise.all([
      deps.activities.get(activityId),
      deps.lifecycles.get(activityId),
      deps.members.get(memberId),
      deps.dutyLists.find(activityId),
    ]);
    const own = await deps.participations.ofMember(activity, memberId);
    const { branchId } = affiliationOn(member, dayOf(at, deps.zone));
    const onDuty = duty?.memberIds.includes(memberId) ?? false;
    const released = own.some((row) => row.state === "released") && !own.some((row) => row.state === "placed");
    const circumstances = { activity, lifecycle, memberId, branchId, onDuty, released, at };
    return untilSaved(async () => {
      const before = await deps.leaves.find(activityId, memberId);
      const standing = Leave.sameOpen(before, plea);
      if (standing) return standing;
      const leave = requestOf({ ...circumstances, before }, plea, deps.zone);
      const effects = asked({ activity, leave, member, until: Leave.decideUntil(lifecycle, at) });
      if (await saved(deps, before, { item: leave, effects }, at)) {
        deps.wake();
        return leave;
      }
      return CLASH;
    });
  };

function requestOf(circumstances: Leave.Circumstances, plea: Leave.Plea, zone: string): Leave.Open {
  const [first, ...rest] = Leave.faultsOf(circumstances, plea);
  if (first) throw refuseAll([first, ...rest], zone);
  return Leave.ask(circumstances, plea);
}

type Written = Parameters<ParticipationDeps["leaves"]["saveOps"]>[1];

/** Writes a request: the first one if there is none, or over one that was refused or withdrawn. */
async function saved(
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

export interface LeaveDecision {
  activityId: string;
  memberId: string;
  approve: boolean;
  reason?: string | undefined;
  /** Whether the decider acts for the alliance. */
  alliance: boolean;
  by: By;
  at: string;
}

/**
 * Decides a request. Approval frees the member's places, and those who wait move up, in the same transaction.
 *
 * @throws `leave.missing`, `leave.own_request`, `leave.escalated`, `leave.decided`, `leave.reason_needed`, `leave.too_late`
 * @source docs/domain.md A5
 */
export const decideLeave =
  (deps: ParticipationDeps) =>
  async ({ activityId, memberId, approve, reason, alliance, by, at }: LeaveDecision): Promise<Leave.Info> => {
    const activity = await deps.activities.get(activityId);
    const decision: Leave.Decision = {
      by: by.actorId,
      at,
      ...(reason === undefined ? {} : { reason }),
      ...(by.role === undefined ? {} : { role: by.role }),
      ...(by.deputyFor === undefined ? {} : { deputyFor: by.deputyFor }),
    };
    const decide = (leave: Leave.Info) =>
      Leave.decide(leave, { approve, alliance, decision, startsAt: startOf(activity) });
    const leave = await moveLeave(deps, { activity, memberId, by, at, decide });
    deps.wake();
    return leave;
  };

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
    const audit = [auditOf(deps, after, by, at)];
    const decision = { item: after, effects: answered({ activity, leave: after, member, at }), audit };
    if (after.status !== "approved") return (await saved(deps, before, decision, at)) ? after : CLASH;
    const moved = await deps.participations.vacate({
      activity,
      memberId,
      leaving: { by: by.actorId, cause: "leave", at },
      also: deps.leaves.saveOps(before, decision, at),
      effects: (change) => effectsOfLeaving(activity, change, at),
    });
    return moved ? after : CLASH;
  });
}

const auditOf = (deps: ParticipationDeps, leave: Leave.Info, by: By, at: string): Entry => ({
  subjectId: leave.activityId,
  id: deps.newId("aud"),
  at,
  action: `leave.${leave.status}`,
  ...by,
  ...("decision" in leave && leave.decision.reason !== undefined ? { reason: leave.decision.reason } : {}),
  detail: { memberId: leave.memberId },
});

/**
 * Takes one's own request back, until the start. A place that was freed is not given back; sign up again while one may.
 *
 * @throws `leave.missing`, `leave.not_open`, `leave.too_late`
 */
export const withdrawLeave =
  (deps: ParticipationDeps) =>
  async ({ activityId, memberId, at }: { activityId: string; memberId: string; at: string }): Promise<Leave.Info> => {
    const startsAt = startOf(await deps.activities.get(activityId));
    return deps.leaves.change({ activityId, memberId }, at, (leave) => ({
      item: Leave.withdraw(leave, { at, startsAt }),
    }));
  };

const SYSTEM: By = { actorId: "system" };

/**
 * The branches' time is over: what they left undecided goes to the alliance. Safe to run twice.
 *
 * @returns how many requests wait for the alliance
 * @source docs/domain.md A5
 */
export const closeLeaves =
  (deps: ParticipationDeps) =>
  async (activity: Activity, at: string): Promise<{ escalated: number }> => {
    const open = (await deps.leaves.of(activity.id)).filter(Leave.isOpen);
    for (const { memberId } of open)
      await moveLeave(deps, { activity, memberId, by: SYSTEM, at, decide: (leave) => Leave.escalate(leave, at) });
    return { escalated: open.length };
  };

/**
 * What nobody had decided by the start is approved, in the person's favour; nobody moves up any more. Safe to run twice.
 *
 * @param at - the start or later, ISO-8601 UTC
 * @returns how many requests were still open
 */
export const settleLeavesAtStart =
  (deps: ParticipationDeps) =>
  async (activity: Activity, at: string): Promise<{ settled: number }> => {
    const open = (await deps.leaves.of(activity.id)).filter(Leave.isOpen);
    for (const { memberId } of open)
      await moveLeave(deps, { activity, memberId, by: SYSTEM, at, decide: (leave) => Leave.settleAtStart(leave, at) });
    return { settled: open.length };
  };
