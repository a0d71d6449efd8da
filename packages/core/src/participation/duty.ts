import * as z from "zod";
import type { Info as Activity } from "../activity/activity.ts";
import { Instant } from "../lib/time.ts";
import { isEmployedOn, isPartyVolunteerOn, type Info as Member } from "../member/member.ts";
import { isInAudience } from "./audience.ts";
import { type Exempt, nobodyExempt } from "./exempt.ts";
import { isActive, type Info as Participation } from "./participation.ts";

/** Who is obliged to serve in an activity, in the order of ids. Fixed once, when recruitment opens. @source docs/domain.md A4 */
export const List = z.object({ activityId: z.string(), memberIds: z.array(z.string()), fixedAt: Instant });
export type List = z.infer<typeof List>;

/**
 * Whether a member is obliged to serve: a party volunteer in the audience of an alliance activity.
 *
 * @param day - the local day on which recruitment opens
 * @source docs/domain.md A1, A4
 */
export const isOnDuty = (member: Member, activity: Activity, day: string): boolean =>
  activity.origin === "alliance" && isPartyVolunteerOn(member, day) && isInAudience(member, activity, day);

/**
 * The members whom the duty list names, in the order of their ids: not those of whom it is known that they leave before.
 *
 * @param days - the local days on which recruitment opens and on which the activity begins, `YYYY-MM-DD`
 */
export const listed = (
  members: readonly Member[],
  activity: Activity,
  { opens, begins }: { opens: string; begins: string },
): string[] =>
  members
    .filter((member) => isOnDuty(member, activity, opens) && isEmployedOn(member, begins))
    .map((member) => member.id)
    .sort();

/** The states of duty. @source docs/domain.md A5 */
export const STATES = ["attending", "onLeave", "released", "undecided", "present", "unexcused"] as const;
export const State = z.enum(STATES);
export type State = z.infer<typeof State>;

/** How people turned out, once the activity was carried out. `excused`: an absence that an appeal set right. */
export interface Presence {
  present: ReadonlySet<string>;
  excused?: ReadonlySet<string> | undefined;
}

export interface Facts {
  list: Pick<List, "memberIds">;
  participations: readonly Participation[];
  /** Members whose leave is approved. */
  onLeave: ReadonlySet<string>;
  /** Given only after the execution. */
  presence?: Presence | undefined;
  /** Who covers somebody's shift meanwhile, or has left: they are released; who is away by plan is on leave. */
  exempt?: Exempt | undefined;
}

/** Willing, and without a place: none was left, the session is not held, or it asks for a skill that ended meanwhile. */
const isReleased = (row: Participation): boolean =>
  row.state === "released" ||
  (row.state === "withdrawn" && (row.cause === "sessionCancelled" || row.cause === "skill"));

/**
 * Where each person on the duty list stands; every one has exactly one state.
 *
 * Who has not answered is `undecided`, and `unexcused` only if absent afterwards. Leave and release stay, unless the person
 * came all the same.
 * @source docs/domain.md A4/A5
 */
export function dutyStates({
  list,
  participations,
  onLeave,
  presence,
  exempt = nobodyExempt,
}: Facts): Map<string, State> {
  const attending = new Set(participations.filter(isActive).map((row) => row.memberId));
  const released = new Set(participations.filter(isReleased).map((row) => row.memberId));
  const before = (memberId: string): State => {
    if (onLeave.has(memberId)) return "onLeave";
    if (exempt(memberId)) return "released";
    if (attending.has(memberId)) return "attending";
    if (released.has(memberId)) return "released";
    return exempt.isAway(memberId) ? "onLeave" : "undecided";
  };
  const after = (memberId: string, { present, excused }: Presence): State => {
    if (present.has(memberId)) return "present";
    const state = before(memberId);
    if (state === "onLeave" || state === "released") return state;
    return excused?.has(memberId) ? "onLeave" : "unexcused";
  };
  return new Map(list.memberIds.map((id) => [id, presence ? after(id, presence) : before(id)]));
}

/** How many there are of each state; together always the whole list. */
export function countStates(states: ReadonlyMap<string, State>): Record<State, number> {
  const counts = { attending: 0, onLeave: 0, released: 0, undecided: 0, present: 0, unexcused: 0 };
  for (const state of states.values()) counts[state] += 1;
  return counts;
}
