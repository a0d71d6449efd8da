import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocate, candidatesOf, isTooFew } from "./allocation.ts";
import * as Sample from "./participation.builder.ts";
import { inOrder } from "./participation.ts";

const candidate = fc.record({ member: fc.nat(500), number: fc.integer({ min: 1, max: 9_999 }), duty: fc.boolean() });
const line = fc
  .uniqueArray(candidate, { selector: (one) => one.number, maxLength: 60 })
  .map((all) => all.map(({ member, ...rest }) => ({ ...rest, memberId: Sample.memberId(member) })));
const year = fc
  .array(fc.tuple(fc.nat(500), fc.nat(9)))
  .map((counts) => new Map(counts.map(([member, count]) => [Sample.memberId(member) as string, count])));
const headCounts = fc.integer({ min: 1, max: 40 });
const ids = (all: readonly { memberId: string; number: number }[]) => all.map((one) => `${one.memberId}/${one.number}`);

describe("allocate", () => {
  it("fills each place once and leaves none empty while somebody waits or is released", () => {
    fc.assert(
      fc.property(line, headCounts, year, (all, headCount, attendances) => {
        const { placed, waiting, released } = allocate(all, { headCount, attendances });

        expect(placed).toHaveLength(Math.min(headCount, all.length));
        expect(ids([...placed, ...waiting, ...released]).sort()).toEqual(ids(all).sort());
      }),
    );
  });

  it("never lets a duty member go without a place that somebody else got", () => {
    fc.assert(
      fc.property(line, headCounts, year, (all, headCount, attendances) => {
        const { placed, waiting, released } = allocate(all, { headCount, attendances });

        expect(waiting.some((one) => one.duty)).toBe(false);
        expect(released.every((one) => one.duty)).toBe(true);
        expect(released.length > 0 && placed.some((one) => !one.duty)).toBe(false);
      }),
    );
  });

  it("keeps the order: fewest attendances first on duty, numbers among all others", () => {
    fc.assert(
      fc.property(line, headCounts, year, (all, headCount, attendances) => {
        const { placed, waiting, released } = allocate(all, { headCount, attendances });
        const served = (one: { memberId: string }) => attendances.get(one.memberId) ?? 0;
        const duty = [...placed.filter((one) => one.duty), ...released];
        const free = [...placed.filter((one) => !one.duty), ...waiting];

        expect(ids(duty)).toEqual(ids(duty.toSorted((a, b) => served(a) - served(b) || inOrder(a, b))));
        expect(ids(free)).toEqual(ids(free.toSorted(inOrder)));
      }),
    );
  });

  it("comes to the same again, whatever the order in which people are read", () => {
    fc.assert(
      fc.property(line, headCounts, year, fc.nat(), (all, headCount, attendances, seed) => {
        const again = allocate(Sample.shuffled(all, seed), { headCount, attendances });

        expect(again).toEqual(allocate(all, { headCount, attendances }));
      }),
    );
  });

  it("prefers the duty member who served less this year, then the smaller number", () => {
    const duty = [Sample.row(1, 1), Sample.row(2, 2), Sample.row(3, 3)].map((row) => ({ ...row, duty: true }));
    const attendances = new Map([[Sample.memberId(1) as string, 4]]);

    const { placed, released } = allocate(duty, { headCount: 2, attendances });

    expect(placed.map((row) => row.number)).toEqual([2, 3]);
    expect(released.map((row) => row.number)).toEqual([1]);
  });
});

it("ranks everybody who has not withdrawn, those whom an unfinished run released among them", () => {
  const rows = [
    Sample.row(1, 1),
    Sample.row(2, 2, "waiting"),
    Sample.row(3, 3, "released"),
    Sample.row(4, 4, "withdrawn"),
    Sample.row(5, 5, "placed", { positionId: Sample.positionId(2) }),
  ];

  expect(candidatesOf(rows, Sample.positionId()).map((row) => row.number)).toEqual([1, 2, 3]);
});

it.each([
  [5, 4, true],
  [5, 5, false],
  [0, 0, false],
])("with a minimum of %i, %i people are too few: %s", (minimumPeople, people, tooFew) => {
  expect(isTooFew({ minimumPeople }, people)).toBe(tooFew);
});
