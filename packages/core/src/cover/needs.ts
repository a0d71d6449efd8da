import type { Info as Activity } from "../activity/activity.ts";
import { overlaps } from "../lib/time.ts";
import { affiliationOn, type Info as Member } from "../member/member.ts";
import type { Info as Participation } from "../participation/participation.ts";
import type { Info as Shift } from "../shift/shift.ts";
import { annul, reopen } from "./answer.ts";
import * as Cover from "./cover.ts";

/** What needs follow from. */
export interface Situation {
  activity: Pick<Activity, "id" | "sessions" | "origin">;
  participations: readonly Participation[];
  /** Shifts of the days of the sessions, of whomever. */
  shifts: readonly Shift[];
  members: ReadonlyMap<string, Member>;
  /** By post: other posts whose holders may cover it. */
  coverableBy: ReadonlyMap<string, readonly string[]>;
  at: string;
}

/**
 * Decides which shifts need a cover: each shift of a placed participant, party member or not, that shares time with a
 * session of theirs. Only in alliance activities.
 *
 * @param situation - `at`: when it is computed, ISO-8601 UTC
 * @source docs/domain.md A7
 */
export function computeNeeds({ activity, participations, shifts, members, coverableBy, at }: Situation): Cover.Open[] {
  if (activity.origin !== "alliance") return [];
  const sessions = new Map(activity.sessions.map((session) => [session.id as string, session]));
  const placed = participations.filter((one) => one.state === "placed");
  const service = Map.groupBy(placed, (one) => one.memberId);
  const needs = shifts.flatMap((shift) => {
    const hours = { from: shift.startsAt, to: shift.endsAt };
    const serves = service.get(shift.memberId)?.some(({ sessionId }) => {
      const session = sessions.get(sessionId);
      return session !== undefined && overlaps({ from: session.startsAt, to: session.endsAt }, hours);
    });
    const member = members.get(shift.memberId);
    return serves && member ? [needOf(shift, { activityId: activity.id, member, coverableBy, at })] : [];
  });
  return [...new Map(needs.map((need) => [need.id, need])).values()];
}

function needOf(
  shift: Shift,
  facts: { activityId: string; member: Member; at: string } & Pick<Situation, "coverableBy">,
): Cover.Open {
  const { departmentId, branchId } = affiliationOn(facts.member, shift.day);
  const cause = { activityId: facts.activityId, participantId: shift.memberId, shiftId: shift.id };
  const posts = [...shift.coverableBy, ...(facts.coverableBy.get(shift.postId) ?? [])];
  return {
    ...cause,
    id: Cover.needIdOf(cause),
    status: "open",
    postId: shift.postId,
    coverableBy: [...new Set(posts)].sort(),
    ...(departmentId === undefined ? {} : { departmentId }),
    ...(branchId === undefined ? {} : { branchId }),
    from: shift.startsAt,
    to: shift.endsAt,
    declinedBy: [],
    openedAt: facts.at,
    version: 0,
  };
}

/** What a need is held against when people, sessions or shifts have changed. */
export interface Recomputed {
  wanted: ReadonlyMap<string, Cover.Open>;
  placed: ReadonlySet<string>;
  /** Everybody with a place or one in the waiting list. */
  takingPart: ReadonlySet<string>;
  /** Whether whoever covers a need, or is asked to, will be employed then. */
  isThere?: (memberId: string, need: Cover.Info) => boolean;
  at: string;
}

/**
 * What becomes of a known need: void when it is needed no more, open again when it is needed again or its coverer takes
 * part or leaves, else as it was. A shift that has begun is left alone. Safe to run twice.
 */
export function reconcile(
  need: Cover.Info,
  { wanted, placed, takingPart, isThere = () => true, at }: Recomputed,
): Cover.Info {
  if (need.from <= at) return need;
  const now = wanted.get(need.id);
  if (!now) return annul(need, { reason: placed.has(need.participantId) ? "noOverlap" : "participantLeft", at });
  if (need.status === "void")
    return need.reason === "activityCancelled" ? need : { ...now, declinedBy: need.declinedBy, version: need.version };
  const coverer = Cover.covererOf(need);
  if (coverer !== undefined) return takingPart.has(coverer) || !isThere(coverer, need) ? reopen(need) : need;
  return sameFacts(need, now) ? need : { ...now, declinedBy: need.declinedBy, version: need.version };
}

const sameFacts = (need: Cover.Info, now: Cover.Open): boolean =>
  need.postId === now.postId &&
  need.departmentId === now.departmentId &&
  need.branchId === now.branchId &&
  need.coverableBy.join() === now.coverableBy.join();
