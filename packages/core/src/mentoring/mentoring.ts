import * as z from "zod";
import { requireVersion } from "../lib/edit.ts";
import { idOf } from "../lib/id.ts";
import { plainText } from "../lib/plain-text.ts";
import { Day, Instant, plusDays, plusMonths } from "../lib/time.ts";
import { KINDS } from "./kinds.ts";
import { mentoringRefusal } from "./mentoring.refusals.ts";

export const Id = idOf("mtr");
export type Id = z.infer<typeof Id>;

export const Kind = z.enum(KINDS);
export type Kind = z.infer<typeof Kind>;

/** A term, unless it is made longer. */
export const TERM_MONTHS = 6;
/** The mentor meets the mentee this often. */
export const CADENCE_DAYS = 30;
/** Mentees whom one mentor helps at a time. */
export const MOST_MENTEES = 2;

/** What a mentor did: talked, showed, went along; how long. Nothing of hardship is written here. */
export const Contact = z.object({
  day: Day,
  how: z.enum(["talk", "show", "together", "visit"]),
  note: plainText(1, 500).exactOptional(),
});
export type Contact = z.infer<typeof Contact>;

/** Help in hardship by kind and sum; why is nobody's to read in a list. @source docs/domain.md W5 */
export const Help = z.object({
  day: Day,
  what: z.enum(["money", "goods", "work", "care"]),
  fen: z.int().min(1).max(100_000_000).exactOptional(),
});
export type Help = z.infer<typeof Help>;

/**
 * Somebody who helps somebody, as both agreed.
 *
 * @source docs/domain.md W2–W5
 */
export const Info = z.object({
  id: Id,
  kind: Kind,
  mentorId: z.string(),
  menteeId: z.string(),
  /** The ranking by which they were matched. */
  rankingId: z.string().exactOptional(),
  departmentId: z.string().exactOptional(),
  proposedAt: Instant,
  proposedBy: z.string(),
  consents: z.object({ mentor: Instant.exactOptional(), mentee: Instant.exactOptional() }),
  state: z.enum(["proposed", "going", "declined", "ended"]),
  from: Day.exactOptional(),
  until: Day.exactOptional(),
  contacts: z.array(Contact.extend({ at: Instant, by: z.string() })),
  help: z.array(Help.extend({ at: Instant, by: z.string() })),
  ended: z
    .object({
      at: Instant,
      by: z.string(),
      why: z.enum(["mentee", "mentor", "arranger", "term", "left", "moved"]),
      reason: z.string().exactOptional(),
    })
    .exactOptional(),
  version: z.int().nonnegative(),
});
export type Info = z.infer<typeof Info>;
type Ended = NonNullable<Info["ended"]>;

interface Acting {
  by: string;
  /** ISO-8601 UTC. */
  at: string;
}

/** What is known of two people who may be paired. */
export interface Facts {
  /** Of a kind that is matched by a ranking: who is in its first fifth, who in its last. */
  ranking?:
    | { id: string; departmentId: string; first: readonly string[]; last: readonly string[]; all: readonly string[] }
    | undefined;
  mentor: { isPartyVolunteer: boolean; isVolunteer: boolean; departmentId?: string | undefined };
  mentee: { isParty: boolean; departmentId?: string | undefined };
}

/**
 * Proposes a pair; both are asked.
 *
 * @throws `mentoring.oneself`, `mentoring.ranking_needed`, `mentoring.other_department`, `mentoring.not_first`,
 * `mentoring.not_last`, `mentoring.not_party_volunteer`, `mentoring.mentee_in_party`, `mentoring.not_volunteer`
 */
export function propose(
  { kind, mentorId, menteeId }: Pick<Info, "kind" | "mentorId" | "menteeId">,
  { ranking, mentor, mentee }: Facts,
  { id, by, at }: Acting & { id: Id },
): Info {
  if (mentorId === menteeId) throw mentoringRefusal("mentoring.oneself");
  if (kind === "performer" || kind === "sales") requireRanked({ mentorId, menteeId }, ranking);
  if (kind === "partyToMasses" && !mentor.isPartyVolunteer) throw mentoringRefusal("mentoring.not_party_volunteer");
  if (kind === "partyToMasses" && mentee.isParty) throw mentoringRefusal("mentoring.mentee_in_party");
  if (kind === "hardship" && !mentor.isVolunteer) throw mentoringRefusal("mentoring.not_volunteer");
  const departmentId = ranking?.departmentId ?? mentee.departmentId;
  return {
    ...{ id, kind, mentorId, menteeId, proposedAt: at, proposedBy: by },
    ...(ranking ? { rankingId: ranking.id } : {}),
    ...(departmentId === undefined ? {} : { departmentId }),
    ...{ consents: {}, state: "proposed", contacts: [], help: [], version: 0 },
  };
}

function requireRanked({ mentorId, menteeId }: Pick<Info, "mentorId" | "menteeId">, ranking: Facts["ranking"]): void {
  if (!ranking) throw mentoringRefusal("mentoring.ranking_needed");
  const isIn = (memberId: string) => ranking.all.includes(memberId);
  if (!isIn(mentorId) || !isIn(menteeId)) throw mentoringRefusal("mentoring.other_department");
  if (!ranking.first.includes(mentorId)) throw mentoringRefusal("mentoring.not_first");
  if (!ranking.last.includes(menteeId)) throw mentoringRefusal("mentoring.not_last");
}

export const sideOf = ({ mentorId, menteeId }: Pick<Info, "mentorId" | "menteeId">, memberId: string) =>
  memberId === mentorId ? ("mentor" as const) : memberId === menteeId ? ("mentee" as const) : undefined;

function requireSide(one: Info, memberId: string) {
  const side = sideOf(one, memberId);
  if (!side) throw mentoringRefusal("mentoring.missing");
  return side;
}

/** Says yes; once both have, it begins. Twice is once. @throws `mentoring.missing`, `mentoring.over` */
export function consent(one: Info, { by, at, day }: Acting & { day: string }): Info {
  const side = requireSide(one, by);
  if (one.state === "ended" || one.state === "declined") throw mentoringRefusal("mentoring.over");
  if (one.consents[side]) return one;
  const consents = { ...one.consents, [side]: at };
  if (!consents.mentor || !consents.mentee) return { ...one, consents };
  return { ...one, consents, state: "going", from: day, until: plusMonths(day, TERM_MONTHS) };
}

/** Says no before it has begun; nobody asks why. Twice is once. @throws `mentoring.missing`, `mentoring.begun` */
export function decline(one: Info, { by }: Pick<Acting, "by">): Info {
  requireSide(one, by);
  if (one.state === "declined") return one;
  if (one.state !== "proposed") throw mentoringRefusal("mentoring.begun");
  return { ...one, state: "declined" };
}

function requireGoing(one: Info): Info & { from: string; until: string } {
  const { state, from, until } = one;
  if (state !== "going" || from === undefined || until === undefined)
    throw mentoringRefusal(state === "proposed" ? "mentoring.not_begun" : "mentoring.over");
  return { ...one, from, until };
}

/** Ends it. The mentee needs no reason; whoever else ends it gives one. @throws `mentoring.not_begun`, `mentoring.over`, `mentoring.reason_needed` */
export function end(
  one: Info,
  { by, at, why, reason }: Acting & { why: Ended["why"]; reason?: string | undefined },
): Info {
  if (one.state === "ended") return one;
  requireGoing(one);
  if ((why === "mentor" || why === "arranger") && reason === undefined)
    throw mentoringRefusal("mentoring.reason_needed");
  return {
    ...one,
    state: "ended",
    ended: { at, by, why, ...(reason === undefined || why === "mentee" ? {} : { reason }) },
  };
}

/** Writes down that they met. @param day - the local day of `at` @throws `mentoring.not_begun`, `mentoring.over`, `mentoring.missing`, `mentoring.contact_ahead` */
export function meet(one: Info, contact: Contact, { by, at, day }: Acting & { day: string }): Info {
  const going = requireGoing(one);
  if (by !== one.mentorId) throw mentoringRefusal("mentoring.missing");
  if (contact.day > day || contact.day < going.from) throw mentoringRefusal("mentoring.contact_ahead");
  return { ...one, contacts: [...one.contacts, { ...contact, at, by }].sort((a, b) => (a.day < b.day ? -1 : 1)) };
}

/** Writes down help in hardship. @throws `mentoring.not_hardship`, `mentoring.not_begun`, `mentoring.over`, `mentoring.contact_ahead` */
export function helpWith(one: Info, help: Help, { by, at, day }: Acting & { day: string }): Info {
  const going = requireGoing(one);
  if (one.kind !== "hardship") throw mentoringRefusal("mentoring.not_hardship");
  if (help.day > day || help.day < going.from) throw mentoringRefusal("mentoring.contact_ahead");
  return { ...one, help: [...one.help, { ...help, at, by }] };
}

/** Makes the term longer. @param version - as its editor read it @throws `edit.changed`, `mentoring.not_begun`, `mentoring.over`, `mentoring.until_invalid` */
export function extend(one: Info, { until, version, day }: { until: string; version: number; day: string }): Info {
  requireVersion(one, version);
  const going = requireGoing(one);
  if (until <= going.until || until <= day) throw mentoringRefusal("mentoring.until_invalid");
  return { ...one, until };
}

/** When they are to meet by; undefined when it does not go on. A local day. */
export function dueOn({ state, from, contacts }: Info, zone: string): string | undefined {
  if (state !== "going" || from === undefined) return undefined;
  const last = contacts.at(-1)?.day ?? from;
  return plusDays(`${last}T04:00:00.000Z`, CADENCE_DAYS, zone).slice(0, 10);
}

/** Whether it takes one of a mentor's places, and the mentee's one. */
export const isOpen = ({ state }: Pick<Info, "state">): boolean => state === "proposed" || state === "going";
