import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ELSEWHERE, manifest, numbers, year } from "./award.builder.ts";
import { resultOf } from "./result.ts";
import { tallyOfYear } from "./tally.ts";

const people = [...year({ people: 120, entriesEach: 9, activities: 40, seed: 3 })];

function shuffled<Item>(items: readonly Item[], random: (below: number) => number): Item[] {
  const out = [...items];
  for (let at = out.length - 1; at > 0; at -= 1) {
    const other = random(at + 1);
    [out[at], out[other]] = [out[other] as Item, out[at] as Item];
  }
  return out;
}

const digestOf = (order: typeof people, random?: (below: number) => number) =>
  resultOf(
    manifest(),
    order.map(({ person, entries }) => ({
      person,
      tally: tallyOfYear(person.pseudonym, random ? shuffled(entries, random) : entries),
    })),
  ).digest;

describe("the bytes of a run", () => {
  it("are these, on every machine", () => {
    expect(digestOf(people)).toMatchInlineSnapshot(
      `"edda46b84786009f3bf06cf93e48770b86bb799bdba44679bd0cf8790d94a9fb"`,
    );
  });

  it("are the same for 1,000 orders of people and entries", () => {
    const random = numbers(11);
    const digests = new Set(Array.from({ length: 1_000 }, () => digestOf(shuffled(people, random), random)));

    expect([...digests]).toEqual([digestOf(people)]);
  });

  it.each([
    ["Asia/Shanghai", "zh_CN.UTF-8"],
    ["America/Los_Angeles", "tr_TR.UTF-8"],
    ["Pacific/Chatham", "sv_SE.UTF-8"],
    ["UTC", "zh_CN.UTF-8"],
  ])("are the same where the process lives by %s and %s", (zone, locale) => {
    const env = { ...process.env, TZ: zone, LC_ALL: locale, LANG: locale };
    const script = new URL("award.other-locale.ts", import.meta.url).pathname;
    const [where, digest] = execFileSync(process.execPath, [script], { env, encoding: "utf8" }).trim().split("\n");

    expect(where).toBe(`${zone} ${locale.slice(0, 5).replace("_", "-")}`);
    expect(digest).toBe(digestOf([...year(ELSEWHERE)]));
  });

  it("differ when any figure does", () => {
    fc.assert(
      fc.property(fc.nat(people.length - 1), fc.constantFrom("points", "halfDays", "attendances"), (at, field) => {
        const counted = people.map(({ person, entries }) => ({
          person,
          tally: tallyOfYear(person.pseudonym, entries),
        }));
        const changed = counted.map((one, index) =>
          index === at ? { ...one, tally: { ...one.tally, [field]: one.tally[field as "points"] + 1 } } : one,
        );

        expect(resultOf(manifest(), changed).digest).not.toBe(resultOf(manifest(), counted).digest);
      }),
      { numRuns: 30 },
    );
  });
});
