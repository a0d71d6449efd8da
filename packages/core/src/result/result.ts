import * as z from "zod";
import { plainText } from "../lib/plain-text.ts";
import { Day, Instant, plusMonths } from "../lib/time.ts";
import { type Party, requireOther } from "../permission/party.ts";
import { OUTCOMES } from "./outcomes.ts";
import { resultRefusal } from "./result.refusals.ts";

export const Outcome = z.enum(OUTCOMES);
export type Outcome = z.infer<typeof Outcome>;

/** What is said of somebody's result: the outcome, and the trainer's grade from 1 to 5 where there is one. */
export const Writing = z.object({
  outcome: Outcome,
  grade: z.int().min(1).max(5).exactOptional(),
});
export type Writing = z.infer<typeof Writing>;

/** The skill that passing gave, and the last local day on which it counts; without one it does not end. */
export const Certificate = z.object({ skill: z.string(), from: Day, until: Day.exactOptional() });
export type Certificate = z.infer<typeof Certificate>;

/** How a result was before it was corrected. */
const Before = Writing.extend({
  at: Instant,
  by: z.string(),
  /** Why it was put right, and by whom and when. */
  corrected: z.object({ at: Instant, by: z.string(), reason: plainText(2, 500) }),
});

/**
 * How one person did in one class. There is one for each of those who attended, at most.
 *
 * @source docs/domain.md T6, "Decisions, results"
 */
export const Info = Writing.extend({
  classId: z.string(),
  courseId: z.string(),
  memberId: z.string(),
  /** The course's title then, and the local day on which the class ended. */
  title: z.string(),
  day: Day,
  /** How many whole minutes of the class they attended. */
  minutes: z.int().nonnegative(),
  certificate: Certificate.exactOptional(),
  at: Instant,
  by: z.string(),
  before: z.array(Before),
  version: z.int().nonnegative(),
});
export type Info = z.infer<typeof Info>;

/** What a result is given for: a class as it was held, and what its course gives. */
export interface Taught {
  id: string;
  courseId: string;
  title: string;
  /** The local day on which its last session ended. */
  day: string;
  certifies?: { skill: string; months?: number | undefined } | undefined;
}

/** A class as far as results need it. */
export interface TaughtClass {
  taught: Taught;
  /** When its last session ends, ISO-8601 UTC. */
  endsAt: string;
  /** Whole minutes that each person attended. */
  minutes: ReadonlyMap<string, number>;
}

interface Deciding extends Party {
  /** ISO-8601 UTC. */
  at: string;
}

const certificateOf = ({ outcome }: Writing, { certifies, day }: Taught): Certificate | undefined => {
  if (outcome !== "passed" || !certifies) return undefined;
  const { skill, months } = certifies;
  return { skill, from: day, ...(months === undefined ? {} : { until: plusMonths(day, months) }) };
};

const written = ({ outcome, grade }: Writing) => ({ outcome, ...(grade === undefined ? {} : { grade }) });

/**
 * Gives somebody a result. The same said again is one.
 *
 * @param held - the result that they have already
 * @param minutes - what they attended; nothing is nobody's result
 * @throws `result.own`, `result.absent`, `result.known` when another one stands
 */
export function give(
  held: Info | undefined,
  writing: Writing,
  { taught, memberId, minutes, ...act }: Deciding & { taught: Taught; memberId: string; minutes: number },
): Info {
  requireOther(act, [memberId], () => resultRefusal("result.own"));
  if (minutes <= 0) throw resultRefusal("result.absent");
  if (held && held.outcome === writing.outcome && held.grade === writing.grade) return held;
  if (held) throw resultRefusal("result.known");
  const certificate = certificateOf(writing, taught);
  return {
    ...written(writing),
    ...{ classId: taught.id, courseId: taught.courseId, title: taught.title, day: taught.day, memberId, minutes },
    ...(certificate ? { certificate } : {}),
    ...{ at: act.at, by: act.by, before: [], version: 0 },
  };
}

/**
 * Puts a result right, with a reason; how it was stays with it.
 *
 * @throws `result.own`, `result.unchanged`
 */
export function correct(
  held: Info,
  writing: Writing,
  { taught, reason, ...act }: Deciding & { taught: Taught; reason: string },
): Info {
  requireOther(act, [held.memberId], () => resultRefusal("result.own"));
  if (held.outcome === writing.outcome && held.grade === writing.grade) throw resultRefusal("result.unchanged");
  const { grade: _, certificate: __, ...rest } = held;
  const certificate = certificateOf(writing, taught);
  const { at, by, outcome, grade } = held;
  return {
    ...rest,
    ...written(writing),
    ...(certificate ? { certificate } : {}),
    ...{ at: act.at, by: act.by },
    before: [
      ...held.before,
      {
        ...written({ outcome, ...(grade === undefined ? {} : { grade }) }),
        at,
        by,
        corrected: { at: act.at, by: act.by, reason },
      },
    ],
  };
}
