import * as z from "zod";
import { requireVersion } from "../lib/edit.ts";
import { idOf } from "../lib/id.ts";
import { plainText } from "../lib/plain-text.ts";
import { Instant } from "../lib/time.ts";
import { UnitId } from "../organization/organization.ts";
import { courseRefusal } from "./course.refusals.ts";
import { AIMS, AUDIENCES, KINDS } from "./kinds.ts";

export const Id = idOf("crs");
export type Id = z.infer<typeof Id>;

export const Kind = z.enum(KINDS);
export type Kind = z.infer<typeof Kind>;

export const Aim = z.enum(AIMS);
export type Aim = z.infer<typeof Aim>;

export const Audience = z.enum(AUDIENCES);
export type Audience = z.infer<typeof Audience>;

/** A clause of a training policy that a course follows. */
export const ClauseLink = z.object({ policyId: z.string(), anchor: z.string() });
export type ClauseLink = z.infer<typeof ClauseLink>;

/** What is said of a course. */
export const Writing = z.object({
  title: plainText(2, 120),
  about: plainText(2, 3000),
  kind: Kind,
  audience: Audience,
  /** The team whose speciality it teaches. @source docs/domain.md T3 */
  teamId: UnitId.optional(),
  aims: z.array(Aim).max(AIMS.length).default([]),
  /** The skill that passing gives, and for how many months; without months it does not end. */
  certifies: z.object({ skill: plainText(1, 40), months: z.int().min(1).max(120).optional() }).optional(),
  clauses: z.array(ClauseLink).max(20).default([]),
});
export type Writing = z.infer<typeof Writing>;

export const Info = Writing.extend({
  id: Id,
  createdAt: Instant,
  createdBy: z.string(),
  ended: z.object({ at: Instant, by: z.string(), reason: z.string() }).optional(),
  version: z.int().nonnegative(),
});
export type Info = z.infer<typeof Info>;

interface Acting {
  by: string;
  /** ISO-8601 UTC. */
  at: string;
}

/** An outward-bound says what it is for; nothing is listed twice. @throws `course.aims_missing` */
function sound(writing: Writing): Writing {
  if (writing.kind === "outward" && writing.aims.length === 0) throw courseRefusal("course.aims_missing");
  const links = new Map(writing.clauses.map((link) => [`${link.policyId} ${link.anchor}`, link]));
  return { ...writing, aims: AIMS.filter((aim) => writing.aims.includes(aim)), clauses: [...links.values()] };
}

/** Adds a course. @throws `course.aims_missing` */
export const begin = (writing: Writing, { id, by, at }: Acting & { id: Id }): Info => ({
  ...sound(writing),
  ...{ id, createdAt: at, createdBy: by, version: 0 },
});

/**
 * Says a course otherwise; what is left out of the whole is gone.
 *
 * @param version - as its editor read it
 * @throws `edit.changed`, `course.ended`, `course.aims_missing`
 */
export function revise(course: Info, writing: Writing, { version }: { version: number }): Info {
  requireGoingOn(course, version);
  const { id, createdAt, createdBy, version: held } = course;
  return { ...sound(writing), id, createdAt, createdBy, version: held };
}

/** Ends a course: no class of it is begun any more. @throws `edit.changed`, `course.ended` */
export function end(course: Info, { by, at, reason, version }: Acting & { reason: string; version: number }): Info {
  requireGoingOn(course, version);
  return { ...course, ended: { at, by, reason } };
}

function requireGoingOn(course: Info, version: number): void {
  requireVersion(course, version);
  if (course.ended) throw courseRefusal("course.ended");
}
