import type * as z from "zod";
import { Info, isEmployedOn, isPartyVolunteerOn, isVolunteerOn, politicalStatusOn } from "./member.ts";

/** A share as its two counts; `percentage` has one decimal and is absent when there is nothing to share. */
export interface Share {
  numerator: number;
  denominator: number;
  percentage?: string;
}

interface Counts {
  volunteers: number;
  /** Party members among the volunteers. */
  partyVolunteers: number;
  /** All party members on the roster, volunteers or not. */
  partyMembers: number;
}

/** The four blanks of the source, with the counts behind them. */
export interface Figures extends Counts {
  /** Local day, `YYYY-MM-DD`. */
  day: string;
  /** Party members' share of the volunteers. */
  partyShare: Share;
  /** Party volunteers' share of all party members. */
  partyMembersServing: Share;
}

/** What of a member the figures depend on. */
export const Counted = Info.pick({ politicalStatuses: true, leftOn: true, volunteerSince: true });
export type Counted = z.infer<typeof Counted>;

/** By local day, what changes in the counts on it; "" stands for the time before all days. A few numbers for any roster. */
export type Changes = Map<string, Counts>;

const none = (): Counts => ({ volunteers: 0, partyVolunteers: 0, partyMembers: 0 });
const NAMES = ["volunteers", "partyVolunteers", "partyMembers"] as const;

function countsOf(member: Counted, day: string): Counts {
  const isParty = isEmployedOn(member, day) && politicalStatusOn(member, day) === "partyMember";
  return {
    volunteers: Number(isVolunteerOn(member, day)),
    partyVolunteers: Number(isPartyVolunteerOn(member, day)),
    partyMembers: Number(isParty),
  };
}

/** Adds a member: what they count as changes on days of their own only. */
export function addTo(changes: Changes, member: Counted): Changes {
  const { leftOn, volunteerSince, politicalStatuses } = member;
  const days = new Set(["", leftOn ?? "", volunteerSince ?? "", ...politicalStatuses.map(({ from }) => from)]);
  let before = none();
  for (const day of [...days].sort()) {
    const now = countsOf(member, day);
    const change = changes.get(day) ?? none();
    for (const name of NAMES) change[name] += now[name] - before[name];
    changes.set(day, change);
    before = now;
  }
  return changes;
}

/**
 * Counts the alliance on a local day.
 *
 * @source docs/domain.md O3
 */
export function figuresAt(changes: Changes, day: string): Figures {
  const counts = none();
  for (const [from, change] of changes) if (from <= day) for (const name of NAMES) counts[name] += change[name];
  const { volunteers, partyVolunteers, partyMembers } = counts;
  return {
    day,
    ...counts,
    partyShare: shareOf(partyVolunteers, volunteers),
    partyMembersServing: shareOf(partyVolunteers, partyMembers),
  };
}

/** As {@link figuresAt}, of members that are at hand. */
export const figuresOn = (members: readonly Counted[], day: string): Figures =>
  figuresAt(members.reduce(addTo, new Map()), day);

/** A share in tenths of a percent, rounded half up, in integers. */
export function shareOf(numerator: number, denominator: number): Share {
  if (denominator === 0) return { numerator, denominator };
  const tenths = Math.floor((numerator * 2000 + denominator) / (2 * denominator));
  return { numerator, denominator, percentage: `${Math.floor(tenths / 10)}.${tenths % 10}%` };
}
