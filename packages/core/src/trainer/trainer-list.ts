import { type Info as Member, politicalStatusOn } from "../member/member.ts";
import { dayBefore, type TrainerTerm, trainerTermsOf } from "../member/trainer-term.ts";

/** A trainer of a period, with the appointment that counts and what they were on the last day of it in the period. */
export interface Listed {
  memberId: string;
  /** The last one of the period, as it was made. */
  term: TrainerTerm;
  /** The last local day of the period on which they were a trainer. */
  day: string;
  isParty: boolean;
}

/** Somebody whose appointment has to be ended. @source docs/domain.md T2 */
export interface Offender {
  memberId: string;
  term: TrainerTerm;
  /** `left`: they are no trainer since that day by itself; `notVolunteer`: they are none as long as they are no volunteer. */
  why: "left" | "notVolunteer";
}

/** The local days of a period, both in it. */
export interface Period {
  from: string;
  to: string;
}

const OPEN = "9999-12-31";
const earliest = (...days: string[]): string => days.reduce((one, other) => (one < other ? one : other));
const latest = (...days: string[]): string => days.reduce((one, other) => (one > other ? one : other));

/** The days of an appointment on which somebody is a trainer within a period: appointed, employed and a volunteer. */
function daysWithin(member: Member, { from, until = OPEN }: TrainerTerm, period: Period): Period | undefined {
  if (member.volunteerSince === undefined) return undefined;
  const last = member.leftOn === undefined ? OPEN : dayBefore(member.leftOn);
  const days = { from: latest(from, member.volunteerSince, period.from), to: earliest(until, last, period.to) };
  return days.from <= days.to ? days : undefined;
}

/**
 * Who was a trainer on a day of a period, each once, in the order of the members.
 *
 * A party member is one by the status of the last of those days. A single day is a period too.
 * @source docs/domain.md T2
 */
export function trainersIn(members: readonly Member[], period: Period): Listed[] {
  return members.flatMap((member) => {
    const [found] = trainerTermsOf(member)
      .flatMap((term) => {
        const days = daysWithin(member, term, period);
        return days ? [{ term, day: days.to }] : [];
      })
      .toSorted((a, b) => b.day.localeCompare(a.day));
    if (!found) return [];
    const isParty = politicalStatusOn(member, found.day) === "partyMember";
    return [{ memberId: member.id, ...found, isParty }];
  });
}

/** The trainers of a period, with how many they are and how many of them party members. @source docs/domain.md T2 */
export function trainersOf(members: readonly Member[], period: Period) {
  const items = trainersIn(members, period);
  return { items, trainers: items.length, party: items.filter(({ isParty }) => isParty).length };
}

/** Who has an appointment that holds on a local day and is no trainer by it: it is to be ended. */
export function offendersOn(members: readonly Member[], day: string): Offender[] {
  return members.flatMap((member): Offender[] => {
    const term = trainerTermsOf(member).find(({ from, until }) => from <= day && (until === undefined || day <= until));
    if (!term) return [];
    const { id: memberId, leftOn, volunteerSince } = member;
    if (leftOn !== undefined && leftOn <= day) return [{ memberId, term, why: "left" }];
    const isVolunteer = volunteerSince !== undefined && volunteerSince <= day;
    return isVolunteer ? [] : [{ memberId, term, why: "notVolunteer" }];
  });
}

/** A year's local days. */
export const yearPeriod = (year: number): Period => ({ from: `${year}-01-01`, to: `${year}-12-31` });
