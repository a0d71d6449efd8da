import * as z from "zod";
import { Instant, instantOf } from "../lib/time.ts";
import type { Grade } from "../survey/grade.ts";
import type { Line } from "./points.ts";
import type { Tally } from "./tally.ts";

const Worth = z.int().min(-10_000).max(10_000);
const Mark = z.int().min(0).max(100_000);

/**
 * How many points (in 0.01) everything is worth, and where the lines of a year are.
 *
 * Rule sets are data: entries name the version they were scored by.
 * @source docs/domain.md I2, I3, I5
 */
export const RuleSet = z.object({
  version: z.int().positive(),
  /** First instant in force, ISO-8601 UTC, until that of the next version; an activity is scored by the set in force at its end. */
  effectiveFrom: Instant,
  attendancePoints: Worth,
  halfDayPoints: Worth,
  gradePoints: z.object({ excellent: Worth, good: Worth, fair: Worth, poor: Worth }),
  coverPoints: Worth,
  /** For a training session given. */
  trainingPoints: Worth,
  /** What a party volunteer is asked to reach in a year. */
  floorPoints: Mark,
  /** What has to be exceeded in a year: reaching it is not enough. */
  preferencePoints: z.object({ partyMember: Mark, others: Mark }),
});
export type RuleSet = z.infer<typeof RuleSet>;

/** Rule set 1. @source docs/domain.md I2, I3, I5 */
export const RULE_SET_1: RuleSet = {
  version: 1,
  effectiveFrom: "1970-01-01T00:00:00.000Z",
  attendancePoints: 100,
  halfDayPoints: 25,
  gradePoints: { excellent: 50, good: 20, fair: 0, poor: -50 },
  coverPoints: 50,
  trainingPoints: 100,
  floorPoints: 300,
  preferencePoints: { partyMember: 500, others: 300 },
};

/** The rule set in force at an instant. @param sets - in the order of their versions */
export const ruleSetAt = (at: string, sets: readonly RuleSet[]): RuleSet =>
  sets.filter((set) => set.effectiveFrom <= at).at(-1) ?? RULE_SET_1;

/**
 * The rule set whose floor and preference lines hold for a local year: the one in force when the year begins, so that
 * nobody's aim moves while they are on the way to it.
 */
export const ruleSetOfYear = (year: number, sets: readonly RuleSet[], zone: string): RuleSet =>
  ruleSetAt(instantOf(`${year}-01-01`, "00:00", zone), sets);

const line = (rule: Line["rule"], quantity: number, worth: number): Line => ({
  rule,
  quantity,
  points: quantity * worth,
});

/**
 * Scores one person's service in one activity.
 *
 * The grade counts once an activity, and only for those who attended; without a grade (fewer than five answers) it has no line.
 * @param service - attendances (one person in one session) and half workdays
 * @source docs/domain.md I2
 */
export function scoreService(
  { attendances, halfDays, grade }: { attendances: number; halfDays: number; grade: Grade | undefined },
  rules: RuleSet,
): Line[] {
  if (attendances === 0) return [];
  const lines = [
    line("attendance", attendances, rules.attendancePoints),
    line("halfDay", halfDays, rules.halfDayPoints),
  ];
  const graded = grade ? [line("grade", 1, rules.gradePoints[grade])] : [];
  return [...lines, ...graded].filter(({ quantity }) => quantity > 0);
}

/** Scores covers that were done. A cover earns points and is never a certifiable hour. @source docs/domain.md I2 */
export const scoreCovers = (covers: number, rules: RuleSet): Line[] =>
  covers === 0 ? [] : [line("cover", covers, rules.coverPoints)];

/** Scores training sessions given. They earn points and are never certifiable hours. @source docs/domain.md I2 */
export const scoreTraining = (sessions: number, rules: RuleSet): Line[] =>
  sessions === 0 ? [] : [line("training", sessions, rules.trainingPoints)];

/** What a year would come to under other rules: its quantities at their worth, and corrections by points as they are. */
export const scoreTally = (tally: Tally, rules: RuleSet): number =>
  tally.attendances * rules.attendancePoints +
  tally.halfDays * rules.halfDayPoints +
  tally.covers * rules.coverPoints +
  tally.trainings * rules.trainingPoints +
  (["excellent", "good", "fair", "poor"] as const).reduce(
    (sum, grade) => sum + tally[grade] * rules.gradePoints[grade],
    tally.adjusted,
  );

/** The sum of lines, in 0.01 points. */
export const totalOf = (lines: readonly Line[]): number => lines.reduce((sum, { points }) => sum + points, 0);
