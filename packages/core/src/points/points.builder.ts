import type { Mean } from "../survey/grade.ts";
import { type Draft, entryId, issuerOf, type Line, personOf } from "./points.ts";
import { RULE_SET_1, scoreCovers, scoreService, totalOf } from "./rules.ts";

/** A pseudonym for tests. */
export const pseudonym = (number: number): string => String(number).padStart(26, "0");
/** The id of an activity for tests. */
export const activity = (number: number): string => `act_${String(number).padStart(26, "0")}`;

const POSTED_AT = "2026-10-01T00:00:00.000Z";

interface Cause {
  person: number;
  activity: number;
  year?: number;
}

const posting = (cause: Cause, kind: Draft["kind"], lines: Line[], revision: number | string = 1) => ({
  id: entryId({ issuerId: activity(cause.activity), pseudonym: pseudonym(cause.person), kind, revision }),
  debit: issuerOf(activity(cause.activity)),
  credit: personOf(pseudonym(cause.person)),
  points: totalOf(lines),
  year: cause.year ?? 2026,
  kind,
  ruleSet: 1,
  lines,
  evidence: [],
  postedAt: POSTED_AT,
});

/** What an activity gave somebody who served, by rule set 1. */
export const service = (
  cause: Cause,
  {
    attendances = 1,
    halfDays = 1,
    grade,
  }: { attendances?: number; halfDays?: number; grade?: "excellent" | "good" | "fair" | "poor" } = {},
): Draft => {
  const mean: Mean | undefined = grade && {
    numerator: { excellent: 47, good: 43, fair: 33, poor: 23 }[grade],
    denominator: 10,
  };
  const lines = scoreService({ attendances, halfDays, grade }, RULE_SET_1);
  return { ...posting(cause, "service", lines), ...(grade && mean ? { grade, mean } : {}) };
};

/** What an activity gave somebody who covered. */
export const cover = (cause: Cause, covers = 1): Draft => posting(cause, "cover", scoreCovers(covers, RULE_SET_1));

/** A correction by points alone, asked by person 901 and approved by 902. */
export const adjustment = (cause: Cause, points: number, id: string): Draft => ({
  ...posting(cause, "correction", [{ rule: "adjustment", quantity: 0, points }], id),
  code: "adjustment",
  askedBy: pseudonym(901),
  approvedBy: pseudonym(902),
});

/** A correction of what was counted. */
export const recount = (
  cause: Cause,
  { attendances = 0, halfDays = 0 }: { attendances?: number; halfDays?: number },
  id: string,
): Draft => {
  const all: Line[] = [
    { rule: "attendance", quantity: attendances, points: attendances * RULE_SET_1.attendancePoints },
    { rule: "halfDay", quantity: halfDays, points: halfDays * RULE_SET_1.halfDayPoints },
  ];
  const lines = all.filter(({ quantity }) => quantity !== 0);
  return {
    ...posting(cause, "correction", lines, id),
    code: attendances === 0 ? "workdays" : attendances > 0 ? "backEntry" : "absence",
    askedBy: pseudonym(901),
    approvedBy: pseudonym(902),
  };
};
