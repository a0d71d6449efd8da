import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { Day, Instant } from "../lib/time.ts";
import { UnitId } from "../organization/organization.ts";
import { TRAINER_LEVELS } from "./trainer-levels.ts";

export const TrainerLevel = z.enum(TRAINER_LEVELS);
export type TrainerLevel = z.infer<typeof TrainerLevel>;

/** An appointment as a trainer, from a local day to a last one. The roster alone knows no level, no speciality and nobody who appointed. */
export const TrainerTerm = z.object({
  from: Day,
  /** The last local day; without it the appointment goes on. */
  until: Day.optional(),
  level: TrainerLevel.optional(),
  /** The teams whose speciality they teach. */
  teamIds: z.array(UnitId).max(20).default([]),
  by: z.string().optional(),
  at: Instant.optional(),
  ended: z.object({ by: z.string(), at: Instant, reason: z.string() }).optional(),
});
export type TrainerTerm = z.infer<typeof TrainerTerm>;

interface Appointed {
  trainer: boolean;
  trainerTerms?: readonly TrainerTerm[] | undefined;
  volunteerSince?: string | undefined;
  leftOn?: string | undefined;
  affiliations: readonly { from: string }[];
}

const BEFORE_ALL = "1900-01-01";

export const dayBefore = (day: string): string => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString();

type Days = Pick<TrainerTerm, "from" | "until">;

/** Whether two appointments share a day. */
export const isOverlapping = (one: Days, other: Days): boolean =>
  (other.until === undefined || one.from <= other.until) && (one.until === undefined || other.from <= one.until);

/** Opened by the roster's column alone: it gives way to what the alliance says. */
export const isOfRoster = ({ level, by }: TrainerTerm): boolean => level === undefined && by === undefined;

/** The roster's appointments without the days of one that was made; what the alliance made stays as it is. */
export const givingWay = (terms: readonly TrainerTerm[], made: Days): TrainerTerm[] =>
  terms.flatMap((term) => {
    if (!isOfRoster(term) || !isOverlapping(term, made)) return [term];
    const before = term.from < made.from ? [{ ...term, until: dayBefore(made.from) }] : [];
    const isAfter = made.until !== undefined && (term.until === undefined || term.until > made.until);
    return [...before, ...(isAfter && made.until ? [{ ...term, from: dayAfter(made.until) }] : [])];
  });

/** Everybody's appointments, the first first. A row from before there were dated ones is one since they became a volunteer. */
export function trainerTermsOf(member: Appointed): readonly TrainerTerm[] {
  if (member.trainerTerms) return member.trainerTerms;
  if (!member.trainer) return [];
  return [{ from: member.volunteerSince ?? member.affiliations[0]?.from ?? BEFORE_ALL, teamIds: [] }];
}

/** The appointment of a local day, which a last day in the company ends too. */
export const appointmentOn = (member: Appointed, day: string): TrainerTerm | undefined =>
  trainerTermsOf(member).find(
    ({ from, until }) =>
      from <= day && (until === undefined || day <= until) && (member.leftOn === undefined || day < member.leftOn),
  );

/** Whether somebody is a trainer on a local day: appointed then, and a volunteer then. @source docs/domain.md T2 */
export const isTrainerOn = (member: Appointed, day: string): boolean =>
  appointmentOn(member, day) !== undefined && member.volunteerSince !== undefined && member.volunteerSince <= day;

/** Whether an appointment holds on a local day or later: what the roster's column says. */
export const isAppointedFrom = (member: Appointed, day: string): boolean =>
  trainerTermsOf(member).some(({ until }) => until === undefined || until >= day);

type Terms = { trainer: boolean; trainerTerms?: TrainerTerm[] | undefined };

/** A list of appointments as it is kept, with what the roster's column says of it on a local day. */
export const withTerms = (terms: readonly TrainerTerm[], day: string) => ({
  trainer: terms.some(({ until }) => until === undefined || until >= day),
  trainerTerms: terms.toSorted((a, b) => a.from.localeCompare(b.from)),
});

/** Cuts what goes on or begins after a local day, so that it is the last one; what would begin later never was. */
export const cutAfter = (terms: readonly TrainerTerm[], last: string): TrainerTerm[] =>
  terms
    .filter(({ from }) => from <= last)
    .map((term) => (term.until === undefined || term.until > last ? { ...term, until: last } : term));

/** Somebody who comes on the roster as a trainer is one since they became a volunteer, for all that is known. */
export const trainerFromTheStart = (trainer: boolean, volunteerSince: string | undefined, day: string): Terms =>
  trainer ? withTerms([{ from: volunteerSince ?? day, teamIds: [] }], day) : { trainer };

/**
 * Brings the appointments in line with the roster's column from a local day on: a yes opens one where there is none, a no
 * ends it the day before. Whoever comes back to the company is not a trainer again by that.
 *
 * @param said - what the column says; without it, only the end of an employment counts
 */
export function followRoster(member: Appointed, said: boolean | undefined, day: string): Terms {
  const { trainer, trainerTerms, leftOn } = member;
  const terms = leftOn !== undefined && leftOn <= day ? cutAfter(trainerTermsOf(member), dayBefore(leftOn)) : undefined;
  const held = { ...member, ...(terms && withTerms(terms, day)) };
  const isAppointed = isAppointedFrom(held, day);
  if (said === undefined || said === isAppointed) {
    if (terms) return withTerms(terms, day);
    return trainerTerms ? withTerms(trainerTerms, day) : { trainer };
  }
  if (!said) return withTerms(cutAfter(trainerTermsOf(held), dayBefore(day)), day);
  return withTerms([...trainerTermsOf(held), { from: day, teamIds: [] }], day);
}
