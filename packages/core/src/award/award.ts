import * as z from "zod";
import { Instant } from "../lib/time.ts";
import { PoliticalStatus } from "../member/member.ts";
import { Draw } from "./draw.ts";

const Count = z.int().nonnegative();
const Digest = z.string().regex(/^[0-9a-f]{64}$/);

/** How many outstanding volunteers a year has. @source docs/domain.md I6 */
export const PLACES = 5;

/** The lines of the year, in 0.01 points, and how many places there are. @source docs/domain.md I3, I5, I6 */
export const Rules = z.strictObject({ floor: z.int(), partyLine: z.int(), othersLine: z.int(), places: Count });
export type Rules = z.infer<typeof Rules>;

/**
 * What a run is computed from, and nothing else: the year is frozen by it.
 *
 * `from` and `to` bound the local year, [from, to). The digests are those of the frozen lines of people and
 * activities. Nothing in it says when or how often it was computed.
 */
export const Manifest = z.strictObject({
  kind: z.literal("manifest"),
  form: z.literal(1),
  year: z.int(),
  run: z.int().positive(),
  zone: z.string(),
  from: Instant,
  to: Instant,
  frozenAt: Instant,
  /** Versions of the rule sets that were in force in the year. */
  ruleSets: z.array(z.int().positive()),
  rules: Rules,
  people: Count,
  peopleDigest: Digest,
  activities: Count,
  activitiesDigest: Digest,
  /** Activities of the year that had not posted their points yet. */
  open: z.array(z.string()),
  draw: Draw,
});
export type Manifest = z.infer<typeof Manifest>;

/** An activity that ended in the year, and whether it had posted its points when the year was frozen. */
export const ActivityLine = z.strictObject({
  kind: z.literal("activity"),
  activity: z.string(),
  state: z.enum(["settled", "open", "cancelled"]),
});
export type ActivityLine = z.infer<typeof ActivityLine>;

/**
 * Somebody who was employed on a day of the year, as frozen.
 *
 * `status`, `employed` and `volunteer` are those on the year's last day; for who left in the year, `status` is that on
 * the last day at work. `entries` and `head` are the length of the person's chain then and its last hash; later entries do not count.
 */
export const Person = z.strictObject({
  kind: z.literal("person"),
  pseudonym: z.string(),
  status: PoliticalStatus,
  /** Every status held in the year, in the order of time. */
  statuses: z.array(PoliticalStatus).min(1),
  employed: z.boolean(),
  volunteer: z.boolean(),
  entries: Count,
  head: Digest,
});
export type Person = z.infer<typeof Person>;

/** What a person's entries of the year come to. `mean` is that of their activities, exact, such as `22/5`. */
export const Tally = z.strictObject({
  kind: z.literal("tally"),
  pseudonym: z.string(),
  points: z.int(),
  halfDays: z.int(),
  attendances: z.int(),
  mean: z.string().nullable(),
});
export type Tally = z.infer<typeof Tally>;

export const CRITERIA = ["points", "workdays", "attendances", "mean", "draw"] as const;
export const Criterion = z.enum(CRITERIA);
export type Criterion = z.infer<typeof Criterion>;

/** Where somebody stands in the year and what follows from it. @source docs/domain.md I3–I6 */
export const Standing = z.strictObject({
  kind: z.literal("standing"),
  rank: z.int().positive(),
  pseudonym: z.string(),
  points: z.int(),
  halfDays: z.int(),
  attendances: z.int(),
  mean: z.string().nullable(),
  lot: Digest,
  /** What puts this person ahead of the next one; null for the last. */
  decidedBy: Criterion.nullable(),
  status: PoliticalStatus,
  statuses: z.array(PoliticalStatus),
  employed: z.boolean(),
  volunteer: z.boolean(),
  /** I4: may not stand for outstanding party member, League member or union activist. */
  vetoed: z.boolean(),
  /** I5: has the preference when outstanding employees are chosen. */
  preferred: z.boolean(),
  /** I3: a party volunteer below the floor. */
  belowFloor: z.boolean(),
  /** May have one of the five places. */
  candidate: z.boolean(),
});
export type Standing = z.infer<typeof Standing>;

/** One of the five. `decidedBy` is what puts it ahead of the next candidate; null when there is none. @source docs/domain.md I6 */
export const Place = z.strictObject({
  kind: z.literal("place"),
  place: z.int().positive(),
  pseudonym: z.string(),
  decidedBy: Criterion.nullable(),
});
export type Place = z.infer<typeof Place>;

/** Parses the lines of a frozen part or of an export. */
export const Line = z.discriminatedUnion("kind", [Manifest, ActivityLine, Person, Tally, Standing, Place]);
export type Line = z.infer<typeof Line>;
