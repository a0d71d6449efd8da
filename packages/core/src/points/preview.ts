import { progressOf, type Who } from "./progress.ts";
import type { RuleSet } from "./rules.ts";
import { scoreTally } from "./rules.ts";
import { emptyTally, type Tally } from "./tally.ts";

/** Somebody whose year is looked at. */
export interface Subject extends Who {
  memberId: string;
  tally: Tally | undefined;
}

/** A line that somebody would be on the other side of; `now` says on which side they would be. */
export interface Crossing {
  line: "zero" | "floor" | "preference";
  now: boolean;
}

/** What a change of the rules would do to one person's year, points in 0.01. */
export interface Effect {
  memberId: string;
  before: number;
  after: number;
  crossed: Crossing[];
}

/** What a change of the rules would do to everybody's year. */
export interface Preview {
  people: number;
  gain: number;
  lose: number;
  sumBefore: number;
  sumAfter: number;
  /** Those for whom anything would change: who crosses a line first, then by how much. */
  effects: Effect[];
}

type Terms = Omit<RuleSet, "version" | "effectiveFrom">;

const LINES = ["zero", "floor", "preference"] as const;

function sides(points: number, who: Who, terms: Terms): Record<Crossing["line"], boolean | undefined> {
  const { mayStand, floor, preference } = progressOf(points, who, terms);
  return { zero: mayStand, floor: floor?.reached, preference: preference.exceeded };
}

function effectOn({ memberId, tally = emptyTally(), ...who }: Subject, draft: Terms, lines: Terms): Effect {
  const after = scoreTally(tally, { version: 0, effectiveFrom: "", ...draft });
  const [was, is] = [sides(tally.points, who, lines), sides(after, who, draft)];
  const crossed = LINES.flatMap((line) => (was[line] === is[line] ? [] : [{ line, now: is[line] === true }]));
  return { memberId, before: tally.points, after, crossed };
}

/**
 * What the year would be if a draft had been in force from its start.
 *
 * Quantities stay as they are and are worth what the draft says; corrections by points stay as they are.
 * @param lines - the rules whose floor and preference lines hold for the year
 */
export function previewOf(subjects: readonly Subject[], draft: Terms, lines: Terms): Preview {
  const all = subjects.map((subject) => effectOn(subject, draft, lines));
  const changed = all.filter(({ before, after, crossed }) => before !== after || crossed.length > 0);
  const weight = ({ before, after }: Effect) => Math.abs(after - before);
  const ranked = changed.toSorted(
    (a, b) =>
      Math.sign(b.crossed.length) - Math.sign(a.crossed.length) ||
      weight(b) - weight(a) ||
      (a.memberId < b.memberId ? -1 : 1),
  );
  return {
    people: all.length,
    gain: all.filter(({ before, after }) => after > before).length,
    lose: all.filter(({ before, after }) => after < before).length,
    sumBefore: all.reduce((sum, { before }) => sum + before, 0),
    sumAfter: all.reduce((sum, { after }) => sum + after, 0),
    effects: ranked,
  };
}
