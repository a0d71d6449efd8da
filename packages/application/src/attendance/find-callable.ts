import { approvedOf } from "@yigong/core/leave/leave.ts";
import { dutyStates } from "@yigong/core/participation/duty.ts";
import { findExempt } from "../participation/find-exempt.ts";
import type { AttendanceDeps } from "./attendance-stores.ts";
import type { SessionInActivity } from "./find-session.ts";

/** Whom a leader may call in a session, and as what. */
export interface Callable {
  /** With a place in the session, or on the duty list; nobody who has left. */
  present: (memberId: string) => boolean;
  absent: (memberId: string) => boolean;
  /** Those with a place in the session. */
  placed: ReadonlySet<string>;
  /** What those said who cannot come, of those with a place. */
  cannot: ReadonlyMap<string, string>;
  /** Those on the duty list. */
  duty: ReadonlySet<string>;
}

/** Finds which of some members a leader may call; without a list, of all who have to do with the session. */
export async function findCallable(
  deps: AttendanceDeps,
  { activity, session }: SessionInActivity,
  memberIds?: readonly string[],
): Promise<Callable> {
  const [participations, list, leaves] = await Promise.all([
    deps.participations.of(activity),
    deps.dutyLists.find(activity.id),
    deps.leaves.of(activity.id),
  ]);
  const placed = new Set(
    participations.flatMap((one) => (one.state === "placed" && one.sessionId === session.id ? [one.memberId] : [])),
  );
  const duty = list ? dutyStates({ list, participations, onLeave: approvedOf(leaves) }) : new Map<string, string>();
  const exempt = await findExempt(deps, activity, memberIds ?? [...new Set([...placed, ...duty.keys()])], {});
  const isOwed = (memberId: string) => placed.has(memberId) || duty.get(memberId) === "undecided";
  const isExcused = (memberId: string) => !placed.has(memberId) && exempt.isAway(memberId, session.id);
  const said = participations.filter(({ sessionId }) => sessionId === session.id);
  return {
    placed,
    cannot: new Map(said.flatMap(({ memberId, cannot }) => (cannot ? [[memberId, cannot.note]] : []))),
    duty: new Set(duty.keys()),
    present: (memberId) => (placed.has(memberId) || duty.has(memberId)) && !exempt.hasLeft(memberId, session.id),
    absent: (memberId) => isOwed(memberId) && !exempt(memberId, session.id) && !isExcused(memberId),
  };
}
