import * as Build from "@yigong/core/points/points.builder.ts";
import type { Draft } from "@yigong/core/points/points.ts";

/** Numbers that repeat, from a seed. */
export function numbersFrom(seed: number): (below: number) => number {
  let state = BigInt(seed) * 2654435761n + 1n;
  return (below) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) % 2n ** 64n;
    return Number((state >> 33n) % BigInt(below));
  };
}

const GRADES = [undefined, "excellent", "good", "fair", "poor"] as const;

/** What a made-up alliance posts in its life, in order: service, covers and corrections over two years. */
export function randomHistory(seed: number, { people = 6, activities = 8 } = {}): Draft[] {
  const random = numbersFrom(seed);
  const drafts: Draft[] = [];
  for (let activity = 1; activity <= activities; activity += 1) {
    const year = 2025 + random(2);
    const grade = GRADES[random(GRADES.length)];
    for (let person = 1; person <= people; person += 1) {
      const cause = { person, activity, year };
      const what = random(10);
      if (what < 5)
        drafts.push(Build.service(cause, { attendances: 1 + random(3), halfDays: random(5), ...(grade && { grade }) }));
      if (what === 5) drafts.push(Build.cover(cause, 1 + random(3)));
      if (what === 6) drafts.push(Build.adjustment(cause, random(201) - 100, `cor_${drafts.length}`));
      if (what === 7) {
        drafts.push(Build.service(cause), Build.recount(cause, { halfDays: 1 + random(2) }, `cor_${drafts.length}`));
      }
      if (what === 8) {
        drafts.push(
          Build.service(cause),
          Build.recount(cause, { attendances: -1, halfDays: -1 }, `cor_${drafts.length}`),
        );
      }
    }
  }
  return drafts;
}

/** The same items in another order. */
export function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const random = numbersFrom(seed);
  const all = [...items];
  for (let at = all.length - 1; at > 0; at -= 1) {
    const other = random(at + 1);
    const [a, b] = [all[at], all[other]];
    if (a !== undefined && b !== undefined) [all[at], all[other]] = [b, a];
  }
  return all;
}
