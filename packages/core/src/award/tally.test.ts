import { describe, expect, it } from "vitest";
import { tallyOfYear } from "./tally.ts";

type Entry = Parameters<typeof tallyOfYear>[1] extends Iterable<infer One> ? One : never;

const entry = (activity: string, seq: number, more: Partial<Entry> & { attendances?: number; halfDays?: number }) => {
  const { attendances = 0, halfDays = 0, ...rest } = more;
  const lines: Entry["lines"] = [
    { rule: "attendance", quantity: attendances, points: 100 * attendances },
    { rule: "halfDay", quantity: halfDays, points: 25 * halfDays },
  ];
  return { debit: `issuer:${activity}`, seq, points: 100 * attendances + 25 * halfDays, lines, ...rest };
};
const mean = (numerator: number, denominator: number) => ({ numerator, denominator });
const tally = (...entries: Entry[]) => tallyOfYear("p", entries);

describe("a year's tally", () => {
  it("adds corrections like any other entry", () => {
    const entries = [
      entry("a", 1, { attendances: 2, halfDays: 3 }),
      entry("a", 2, { attendances: -1, halfDays: -1 }),
    ] as const;

    expect(tally(...entries)).toMatchObject({ points: 150, attendances: 1, halfDays: 2 });
  });

  it("keeps the mean of the activities exact and in lowest terms", () => {
    expect(
      tally(
        entry("a", 1, { attendances: 1, mean: mean(43, 10) }),
        entry("b", 2, { attendances: 3, mean: mean(45, 11) }),
        entry("c", 3, { attendances: 1 }),
      ).mean,
    ).toBe("923/220");
  });

  it("counts an activity once, by the m that its earliest entry carries", () => {
    const [first, later] = [
      entry("a", 1, { attendances: 1, mean: mean(8, 2) }),
      entry("a", 2, { attendances: 1, mean: mean(5, 1) }),
    ] as const;

    expect([tally(first, later).mean, tally(later, first).mean]).toEqual(["4/1", "4/1"]);
  });

  it("forgets an activity whose attendance was taken back", () => {
    expect(tally(entry("a", 1, { attendances: 1, mean: mean(4, 1) }), entry("a", 2, { attendances: -1 })).mean).toBe(
      null,
    );
  });

  it("takes no mean from covers", () => {
    expect(tally(entry("a", 1, { points: 50, lines: [{ rule: "cover", quantity: 1, points: 50 }] }))).toMatchObject({
      points: 50,
      attendances: 0,
      mean: null,
    });
  });

  it("is exact where numbers are not", () => {
    const means = Array.from({ length: 30 }, (_, at) =>
      entry(`a${at}`, at + 1, { attendances: 1, mean: mean(4_000_037, 1_000_003 + at) }),
    );
    const [numerator = "", denominator = ""] = (tally(...means).mean ?? "").split("/");

    expect(numerator.length).toBeGreaterThan(100);
    expect(BigInt(numerator) / BigInt(denominator)).toBe(3n);
  });
});
