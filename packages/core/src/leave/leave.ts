import * as z from "zod";
import { type Info as Activity, startOf } from "../activity/activity.ts";
import { Id as MaterialId } from "../archive/material.ts";
import { inBoth } from "../language/index.ts";
import { systemReason } from "../language/system-reason.ts";
import { Instant } from "../lib/time.ts";
import * as Lifecycle from "../lifecycle/lifecycle.ts";
import { type Fault, fault } from "../participation/fault.ts";
import { Said } from "../participation/said.ts";
import { requireOther } from "../permission/party.ts";
import { LEAVE_MAXIMUM } from "../photo/photo.ts";
import { leaveRefusal } from "./leave.refusals.ts";

/** Why leave is asked. The source names the conflict with work. @source docs/domain.md A5 */
export const Reason = z.enum(["workConflict", "illness", "family", "other"]);

/** What a person writes. */
export const Plea = z.object({
  reason: Reason,
  note: z.string().trim().min(1).max(500),
  evidence: z.string().trim().min(1).max(500).exactOptional(),
  /** Photos that were uploaded before: what the evidence says in words, or instead of it. */
  photoIds: z.array(MaterialId).min(1).max(LEAVE_MAXIMUM).exactOptional(),
});
export type Plea = z.infer<typeof Plea>;

/** A request as it was made. After recruitment closed it is late, and says or shows what proves it. */
export const Request = z.discriminatedUnion("late", [
  Plea.extend({ late: z.literal(false), at: Instant }),
  Plea.extend({ late: z.literal(true), at: Instant }),
]);
export type Request = z.infer<typeof Request>;

/** Who decided, in which role and for whom; `system` when nobody had by the start. */
export const Decision = z.object({
  by: z.string(),
  at: Instant,
  reason: z.string().max(1000).exactOptional(),
  role: z.string().exactOptional(),
  deputyFor: z.string().exactOptional(),
});
export type Decision = z.infer<typeof Decision>;

const Earlier = z.object({
  request: Request,
  status: z.enum(["refused", "withdrawn"]),
  at: Instant,
  by: z.string(),
  reason: z.string().exactOptional(),
});

const Base = z.object({
  activityId: z.string(),
  memberId: z.string(),
  /** The member's branch on the day of the request: its secretary decides. */
  branchId: z.string().exactOptional(),
  request: Request,
  /** Who wrote the request down for the member, and how it was said; they do not decide it. */
  entered: Said.exactOptional(),
  /** Requests before this one, the oldest first. */
  earlier: z.array(Earlier).max(20),
  version: z.int().nonnegative(),
});

/** Leave of one member from one activity. `escalated`: the branch had not decided in time, so the alliance does. @source docs/domain.md A5 */
export const Info = z.discriminatedUnion("status", [
  Base.extend({ status: z.literal("requested") }),
  Base.extend({ status: z.literal("escalated"), escalatedAt: Instant }),
  Base.extend({ status: z.literal("approved"), decision: Decision }),
  Base.extend({ status: z.literal("refused"), decision: Decision }),
  Base.extend({ status: z.literal("withdrawn"), withdrawnAt: Instant }),
]);
export type Info = z.infer<typeof Info>;
export type Status = Info["status"];
export type Open = Extract<Info, { status: "requested" | "escalated" }>;

export const isOpen = (leave: Info): leave is Open => leave.status === "requested" || leave.status === "escalated";

/** Whether a leave keeps its member from signing up: it is asked for, or granted. */
export const holds = (leave: Info | undefined): boolean =>
  leave !== undefined && (isOpen(leave) || leave.status === "approved");

/** The members whose leave is approved. */
export const approvedOf = (leaves: readonly Info[]): Set<string> =>
  new Set(leaves.filter((leave) => leave.status === "approved").map((leave) => leave.memberId));

/** What decides whether leave may be asked for. */
export interface Circumstances {
  activity: Pick<Activity, "id" | "sessions">;
  lifecycle: Lifecycle.Info;
  memberId: string;
  branchId: string | undefined;
  /** Somebody in the branch may decide: not the person who asks, nor a deputy for them. */
  branchDecides: boolean;
  onDuty: boolean;
  /** No place was left for this duty member. */
  released: boolean;
  before: Info | undefined;
  /** Who writes it down for the member. */
  entered?: Said | undefined;
  /** The route's clock, ISO-8601 UTC. */
  at: string;
}

/**
 * All reasons why leave cannot be asked for; none means that it can.
 *
 * Until recruitment closes a reason is enough; afterwards, until the start, and after a refusal, it takes evidence.
 * @source docs/domain.md A5
 */
export function faultsOf({ activity, lifecycle, onDuty, released, before, at }: Circumstances, plea: Plea): Fault[] {
  if (lifecycle.status === "cancelled") return [fault("cancelled")];
  if (lifecycle.status === "proposing") return [fault("stageNotOpen")];
  const late = !Lifecycle.isOpen(lifecycle, "Recruit", at);
  return [
    ...(at >= startOf(activity) || Lifecycle.isOver(lifecycle) ? [fault("tooLate")] : []),
    ...(onDuty ? [] : [fault("notOnDuty")]),
    ...(released ? [fault("released")] : []),
    ...(before && isOpen(before) ? [fault("asked")] : []),
    ...(before?.status === "approved" ? [fault("approved")] : []),
    ...((late || before?.status === "refused") && !isProven(plea) ? [fault("evidenceNeeded")] : []),
  ];
}

const isProven = ({ evidence, photoIds }: Plea): boolean => evidence !== undefined || photoIds !== undefined;

/** Until when the branch may decide alone: the end of the stage in which the request came. Undefined once that is over. */
export function decideUntil(lifecycle: Lifecycle.Info, at: string): string | undefined {
  const stage = (["Recruit", "Cover"] as const).find((one) => Lifecycle.isOpen(lifecycle, one, at));
  return stage && Lifecycle.deadlineOf(lifecycle, stage);
}

/** The request that stands open, if it says the same: asking twice is asking once. */
export const sameOpen = (before: Info | undefined, plea: Plea): Open | undefined =>
  before &&
  isOpen(before) &&
  before.request.reason === plea.reason &&
  before.request.note === plea.note &&
  before.request.evidence === plea.evidence &&
  before.request.photoIds?.join() === plea.photoIds?.join()
    ? before
    : undefined;

/**
 * Asks for leave; `faultsOf` has found nothing against it.
 *
 * Without a branch, without anybody in it who may decide, or once the stage of covers is over, the alliance decides.
 */
export function ask(circumstances: Circumstances, plea: Plea): Open {
  const { activity, lifecycle, memberId, branchId, branchDecides, before, entered, at } = circumstances;
  const late = !Lifecycle.isOpen(lifecycle, "Recruit", at);
  const base = {
    activityId: activity.id,
    memberId,
    ...(branchId === undefined ? {} : { branchId }),
    request: Request.parse({ ...plea, late, at }),
    ...(entered === undefined ? {} : { entered }),
    earlier: before ? earlierOf(before) : [],
    version: before?.version ?? 0,
  };
  const forBranch = branchId !== undefined && branchDecides && decideUntil(lifecycle, at) !== undefined;
  return forBranch ? { ...base, status: "requested" } : { ...base, status: "escalated", escalatedAt: at };
}

function earlierOf(leave: Info): Info["earlier"] {
  const { request, memberId, earlier } = leave;
  if (leave.status === "refused") {
    const { at, by, reason } = leave.decision;
    return [
      ...earlier,
      { request, status: "refused" as const, at, by, ...(reason === undefined ? {} : { reason }) },
    ].slice(-20);
  }
  if (leave.status !== "withdrawn") return earlier;
  return [...earlier, { request, status: "withdrawn" as const, at: leave.withdrawnAt, by: memberId }].slice(-20);
}

const baseOf = ({ activityId, memberId, branchId, request, entered, earlier, version }: Info) => ({
  activityId,
  memberId,
  ...(branchId === undefined ? {} : { branchId }),
  request,
  ...(entered === undefined ? {} : { entered }),
  earlier,
  version,
});

const decided = (leave: Info, status: "approved" | "refused", decision: Decision): Info => {
  const base = baseOf(leave);
  return { ...base, status, decision };
};

/**
 * Decides a request; the same decision by the same person twice is one.
 *
 * @param alliance - whether the decider acts for the alliance, which alone decides what was escalated
 * @param startsAt - the activity's start, ISO-8601 UTC
 * @throws `leave.own_request`, `leave.entered`, `leave.escalated`, `leave.decided`, `leave.reason_needed`, `leave.too_late`
 * @source docs/domain.md A5
 */
export function decide(
  leave: Info,
  {
    approve,
    alliance,
    decision,
    startsAt,
  }: { approve: boolean; alliance: boolean; decision: Decision; startsAt: string },
): Info {
  const status = approve ? "approved" : "refused";
  requireOther(decision, [leave.memberId], () => leaveRefusal("leave.own_request"));
  requireOther(decision, [leave.entered?.by, leave.entered?.deputyFor], () => leaveRefusal("leave.entered"));
  if (leave.status === status && leave.decision.by === decision.by) return leave;
  if (!isOpen(leave)) throw leaveRefusal("leave.decided", { status: inBoth(`leave.status.${leave.status}`) });
  if (leave.status === "escalated" && !alliance) throw leaveRefusal("leave.escalated");
  if (decision.at >= startsAt) throw leaveRefusal("leave.too_late/decide");
  if (!approve && decision.reason === undefined) throw leaveRefusal("leave.reason_needed");
  return decided(leave, status, decision);
}

/** Passes an undecided request on to the alliance; any other stays as it is. Safe to run twice. @source docs/domain.md A5 */
export const escalate = (leave: Info, at: string): Info =>
  leave.status === "requested" ? { ...leave, status: "escalated", escalatedAt: at } : leave;

/** Ends an open request of somebody who will not be there anyhow; nobody has to decide it. Safe to run twice. */
export function lapse(leave: Info, at: string): Info {
  if (!isOpen(leave)) return leave;
  const base = baseOf(leave);
  return { ...base, status: "withdrawn", withdrawnAt: at };
}

/** Approves what nobody had decided by the start: silence is not held against the person. Safe to run twice. */
export const settleAtStart = (leave: Info, at: string): Info =>
  isOpen(leave) ? decided(leave, "approved", { by: "system", at, reason: systemReason("undecidedAtStart") }) : leave;

/**
 * Takes a request back, also an approved one, until the start; a place that was freed is not given back.
 *
 * @throws `leave.not_open` when there is nothing to take back, `leave.too_late`
 */
export function withdraw(leave: Info, { at, startsAt }: { at: string; startsAt: string }): Info {
  if (leave.status === "withdrawn") return leave;
  if (!holds(leave)) throw leaveRefusal("leave.not_open");
  if (at >= startsAt) throw leaveRefusal("leave.too_late/withdraw");
  const base = baseOf(leave);
  return { ...base, status: "withdrawn", withdrawnAt: at };
}
