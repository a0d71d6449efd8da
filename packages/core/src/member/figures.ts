import { type Info, isEmployedOn, isPartyVolunteerOn, isVolunteerOn, politicalStatusOn } from "./member.ts";

/** A share as its two counts; `percentage` has one decimal and is absent when there is nothing to share. */
export interface Share {
  numerator: number;
  denominator: number;
  percentage?: string;
}

/** The four blanks of the source, with the counts behind them. */
export interface Figures {
  /** Local day, `YYYY-MM-DD`. */
  day: string;
  volunteers: number;
  /** Party members among the volunteers. */
  partyVolunteers: number;
  /** All party members on the roster, volunteers or not. */
  partyMembers: number;
  /** Party members' share of the volunteers. */
  partyShare: Share;
  /** Party volunteers' share of all party members. */
  partyMembersServing: Share;
}

/**
 * Counts the alliance on a local day.
 *
 * @source docs/domain.md O3
 */
export function figuresOn(members: readonly Info[], day: string): Figures {
  const count = (counts: (member: Info, day: string) => boolean) =>
    members.filter((member) => counts(member, day)).length;
  const volunteers = count(isVolunteerOn);
  const partyVolunteers = count(isPartyVolunteerOn);
  const partyMembers = count((member) => isEmployedOn(member, day) && politicalStatusOn(member, day) === "partyMember");
  const partyShare = shareOf(partyVolunteers, volunteers);
  return {
    day,
    volunteers,
    partyVolunteers,
    partyMembers,
    partyShare,
    partyMembersServing: shareOf(partyVolunteers, partyMembers),
  };
}

/** A share in tenths of a percent, rounded half up, in integers. */
export function shareOf(numerator: number, denominator: number): Share {
  if (denominator === 0) return { numerator, denominator };
  const tenths = Math.floor((numerator * 2000 + denominator) / (2 * denominator));
  return { numerator, denominator, percentage: `${Math.floor(tenths / 10)}.${tenths % 10}%` };
}
