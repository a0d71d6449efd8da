import { Entry } from "../points/points.ts";
import type { Mean } from "../survey/grade.ts";
import { type Manifest, type Person, PLACES } from "./award.ts";
import type { Counted } from "./standing.ts";

export const pseudonymOf = (number: number): string => String(number).padStart(26, "0");

export const manifest = (more: Partial<Manifest> = {}): Manifest => ({
  kind: "manifest",
  form: 1,
  year: 2026,
  run: 1,
  zone: "Asia/Shanghai",
  from: "2025-12-31T16:00:00.000Z",
  to: "2026-12-31T16:00:00.000Z",
  frozenAt: "2027-01-31T01:00:00.000Z",
  ruleSets: [1],
  rules: { floor: 300, partyLine: 500, othersLine: 300, places: PLACES },
  people: 0,
  peopleDigest: "0".repeat(64),
  activities: 0,
  activitiesDigest: "0".repeat(64),
  open: [],
  draw: { source: "上证指数 2027-01-29 收盘", value: "3250.61", salt: "f".repeat(64) },
  ...more,
});

export const person = (number: number, more: Partial<Person> = {}): Person => ({
  kind: "person",
  pseudonym: pseudonymOf(number),
  status: "masses",
  statuses: [more.status ?? "masses"],
  employed: true,
  volunteer: true,
  entries: 0,
  head: "0".repeat(64),
  ...more,
});

export const counted = (
  number: number,
  tally: Partial<Counted["tally"]> = {},
  more: Partial<Person> = {},
): Counted => ({
  person: person(number, more),
  tally: {
    kind: "tally",
    pseudonym: pseudonymOf(number),
    points: 0,
    halfDays: 0,
    attendances: 0,
    mean: null,
    ...tally,
  },
});

/** Numbers that repeat, from a linear congruence; enough for test data. */
export function numbers(seed: number): (below: number) => number {
  let state = BigInt(seed);
  return (below) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) % 2n ** 64n;
    return Number((state >> 33n) % BigInt(below));
  };
}

/** Means as surveys give them: last year's 4.21, shrunk over ten answers; every fifth activity has too few answers. */
function meansOf(activities: number): (Mean | undefined)[] {
  const random = numbers(7);
  return Array.from({ length: activities }, (_, at) => {
    const n = 5 + random(60);
    const sum = 3 * n + random(2 * n + 1);
    return at % 5 === 0 ? undefined : { numerator: 10 * 421 + sum * 100, denominator: 100 * (10 + n) };
  });
}

/** The year whose bytes are compared between processes. */
export const ELSEWHERE: Shape = { people: 200, entriesEach: 12, activities: 60, seed: 5 };

interface Shape {
  people: number;
  entriesEach: number;
  activities: number;
  seed?: number;
}

/** A made-up year, one person with their entries at a time, so that it needs no room. */
export function* year({
  people,
  entriesEach,
  activities,
  seed = 1,
}: Shape): Generator<{ person: Person; entries: Entry[] }> {
  const random = numbers(seed);
  const means = meansOf(activities);
  const statuses = ["partyMember", "leagueMember", "masses"] as const;
  for (let number = 0; number < people; number += 1) {
    const status = statuses[random(3)] ?? "masses";
    const one = person(number, { status, employed: random(50) > 0, volunteer: random(4) > 0, entries: entriesEach });
    const entries = Array.from({ length: entriesEach }, (_, at) => entryOf({ number, seq: at + 1, random, means }));
    yield { person: one, entries };
  }
}

function entryOf(made: {
  number: number;
  seq: number;
  random: (below: number) => number;
  means: (Mean | undefined)[];
}) {
  const { number, seq, random, means } = made;
  const activity = random(means.length);
  const [attendances, halfDays, grade] = [1 + random(2), random(4), [-50, 0, 20, 50][random(4)] ?? 0];
  const mean = means[activity];
  return Entry.parse({
    id: `act_${activity}:${pseudonymOf(number)}:service:${seq}`,
    seq,
    debit: `issuer:act_${activity}`,
    credit: `person:${pseudonymOf(number)}`,
    points: attendances * 100 + halfDays * 25 + grade,
    year: 2026,
    kind: "service",
    ruleSet: 1,
    mean,
    lines: [
      { rule: "attendance", quantity: attendances, points: attendances * 100 },
      { rule: "halfDay", quantity: halfDays, points: halfDays * 25 },
      { rule: "grade", quantity: 1, points: grade },
    ],
    evidence: [],
    postedAt: "2026-12-01T00:00:00.000Z",
  });
}
