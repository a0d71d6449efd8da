import type { Grade } from "../survey/grade.ts";

/** How many points (in 0.01) something is worth. Rule sets are data: entries name the version they were scored by. */
export interface RuleSet {
  version: number;
  /** First instant in force, ISO-8601 UTC; an activity is scored by the set in force at its end. */
  effectiveFrom: string;
  attendancePoints: number;
  halfDayPoints: number;
  gradePoints: Readonly<Record<Grade, number>>;
  coverPoints: number;
}

/** Rule set 1. @source docs/domain.md I2 */
export const RULE_SET_1: RuleSet = {
  version: 1,
  effectiveFrom: "1970-01-01T00:00:00.000Z",
  attendancePoints: 100,
  halfDayPoints: 25,
  gradePoints: { excellent: 50, good: 20, fair: 0, poor: -50 },
  coverPoints: 50,
};

export const RULE_SETS: readonly RuleSet[] = [RULE_SET_1];

/** The rule set in force at an instant. */
export const ruleSetAt = (at: string, sets: readonly RuleSet[] = RULE_SETS): RuleSet =>
  sets.filter((set) => set.effectiveFrom <= at).at(-1) ?? RULE_SET_1;

/** One line of an entry: what was counted, how often, and what it is worth in 0.01 points. */
export interface Line {
  rule: "attendance" | "halfDay" | "grade" | "cover";
  quantity: number;
  points: number;
}

/**
 * Scores one person's service in one activity.
 *
 * The grade counts once an activity, and only for those who attended; without a grade (fewer than five answers) it counts nothing.
 * @param service - attendances (one person in one session) and half workdays
 * @source docs/domain.md I2
 */
export function scoreService(
  { attendances, halfDays, grade }: { attendances: number; halfDays: number; grade: Grade | undefined },
  rules: RuleSet,
): Line[] {
  if (attendances === 0) return [];
  const lines: Line[] = [
    { rule: "attendance", quantity: attendances, points: attendances * rules.attendancePoints },
    { rule: "halfDay", quantity: halfDays, points: halfDays * rules.halfDayPoints },
    { rule: "grade", quantity: 1, points: grade ? rules.gradePoints[grade] : 0 },
  ];
  return lines.filter((line) => line.points !== 0 || line.rule === "attendance");
}

/** Scores covers that were done. A cover earns points and is never a certifiable hour. @source docs/domain.md I2 */
export const scoreCovers = (covers: number, rules: RuleSet): Line[] =>
  covers === 0 ? [] : [{ rule: "cover", quantity: covers, points: covers * rules.coverPoints }];

/** The sum of lines, in 0.01 points. */
export const totalOf = (lines: readonly Line[]): number => lines.reduce((sum, line) => sum + line.points, 0);

/** Points as people read them: 450 is "4.50". */
export function decimal(points: number): string {
  const whole = Math.trunc(Math.abs(points) / 100);
  const cents = String(Math.abs(points) % 100).padStart(2, "0");
  return `${points < 0 ? "-" : ""}${whole}.${cents}`;
}
