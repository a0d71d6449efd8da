import type { Info as Attendance } from "../attendance/attendance.ts";
import { servicesOf } from "../attendance/outcome.ts";
import type { Grade, Mean } from "../survey/grade.ts";
import { type Change, codeOf } from "./correction.ts";
import { type Draft, type Entry, entryId, issuerOf, type Line, personOf } from "./points.ts";
import { type RuleSet, scoreCovers, scoreService, totalOf } from "./rules.ts";

/** How an activity was scored when its points were first posted. */
export interface Scoring {
  rules: RuleSet;
  grade?: Grade | undefined;
  mean?: Mean | undefined;
}

const SERVICE: readonly Line["rule"][] = ["attendance", "halfDay", "grade"];

/** What stands so far, by rule. */
function standing(entries: readonly Entry[], rules: readonly Line["rule"][]): Line[] {
  const lines = entries.flatMap((entry) => entry.lines);
  return rules.map((rule) => {
    const own = lines.filter((line) => line.rule === rule);
    const quantity = own.reduce((sum, line) => sum + line.quantity, 0);
    return { rule, quantity, points: totalOf(own) };
  });
}

/** What is missing from what stands to what should, line by line; below zero what is too much. */
export function differenceBetween(target: readonly Line[], stands: readonly Line[]): Line[] {
  return stands
    .map(({ rule, quantity, points }): Line => {
      const wanted = target.find((line) => line.rule === rule) ?? { quantity: 0, points: 0 };
      return { rule, quantity: wanted.quantity - quantity, points: wanted.points - points };
    })
    .filter(({ quantity, points }) => quantity !== 0 || points !== 0);
}

/** What a correction moves. @param rows - the person's attendances of the activity as they are now */
function movedBy(
  change: Change,
  { rows, entries, scoring, zone }: Pick<Facts, "rows" | "entries" | "scoring" | "zone">,
): Line[] {
  if (change.kind === "points") return [{ rule: "adjustment", quantity: 0, points: change.points }];
  if (change.kind === "covers")
    return differenceBetween(scoreCovers(change.covers, scoring.rules), standing(entries, ["cover"]));
  const [served] = servicesOf(rows, zone);
  const counts = { attendances: served?.attendances ?? 0, halfDays: served?.halfDays ?? 0 };
  const target = scoreService({ ...counts, grade: scoring.grade }, scoring.rules);
  return differenceBetween(target, standing(entries, SERVICE));
}

/** What a correction is judged by. People are pseudonyms. */
export interface Facts {
  activityId: string;
  year: number;
  zone: string;
  pseudonym: string;
  askedBy: string;
  approvedBy: string;
  /** The person's attendances of the activity, as corrected. */
  rows: readonly Attendance[];
  /** All entries that the person has from the activity. */
  entries: readonly Entry[];
  scoring: Scoring;
  at: string;
}

/**
 * The entry that follows from a correction: what should stand less what stands, by the rules of the first posting.
 *
 * @returns nothing when it comes to the same
 * @source docs/ledger.md Corrections
 */
export function draftOf(
  correction: { id: string; change: Change; objectionId?: string | undefined },
  facts: Facts,
): Draft | undefined {
  const { activityId, pseudonym, askedBy, approvedBy, year, entries, scoring, at } = facts;
  const lines = movedBy(correction.change, facts);
  if (lines.length === 0) return undefined;
  const kind = correction.change.kind === "covers" ? "cover" : "service";
  const first = entries.find((entry) => entry.kind === kind) ?? entries.find((entry) => entry.kind !== "correction");
  const { grade, mean, rules } = scoring;
  return {
    id: entryId({ issuerId: activityId, pseudonym, kind: "correction", revision: correction.id }),
    debit: issuerOf(activityId),
    credit: personOf(pseudonym),
    points: totalOf(lines),
    year,
    kind: "correction",
    ruleSet: rules.version,
    ...(grade && mean && lines.some(({ rule }) => SERVICE.includes(rule)) ? { grade, mean } : {}),
    lines,
    evidence: [
      `correction#${correction.id}`,
      ...(correction.objectionId ? [`objection#${correction.objectionId}`] : []),
    ],
    ...(first ? { corrects: first.id } : {}),
    code: codeOf(correction.change),
    askedBy,
    approvedBy,
    postedAt: at,
  };
}
