import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Item } from "./op.ts";
import { fromWire, toWire } from "./wire.ts";

const UNFIT = ["__proto__", "constructor"];

/** Items with values of every kind that rows hold, under any names that `names` makes. */
const itemsWith = (names: fc.Arbitrary<string>) =>
  fc.letrec<{ any: unknown; map: Item }>((tie) => ({
    any: fc.oneof(
      { depthSize: "small" },
      fc.string({ unit: "grapheme" }),
      fc.maxSafeInteger(),
      fc.boolean(),
      fc.constant(null),
      fc.constant(undefined),
      fc.array(tie("any"), { maxLength: 4 }),
      tie("map"),
    ),
    map: fc.dictionary(names, tie("any"), { maxKeys: 4, noNullPrototype: true }),
  })).map;
const fit = fc.string().filter((name) => !UNFIT.includes(name));
const items = itemsWith(fit);

const hasUnfit = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  Object.entries(value).some(([name, inner]) => UNFIT.includes(name) || hasUnfit(inner));

describe("DynamoDB's own form", () => {
  it("is written as AWS's client writes it", () => {
    fc.assert(
      fc.property(items, (item) => {
        const wire = toWire(item);

        expect(wire).toEqual(marshall(item, { removeUndefinedValues: true }));
        expect(JSON.stringify(wire)).not.toContain("undefined");
      }),
      { numRuns: 500 },
    );
  });

  it("is read as AWS's client reads it", () => {
    fc.assert(
      fc.property(items, (item) => {
        const wire = marshall(item, { removeUndefinedValues: true });

        expect(fromWire(wire)).toEqual(unmarshall(wire));
      }),
      { numRuns: 500 },
    );
  });

  it("is neither written nor read with a name that AWS's client loses or fails at, at any depth", () => {
    fc.assert(
      fc.property(itemsWith(fc.oneof(fit, fc.constantFrom(...UNFIT))), (item) => {
        const written = () => toWire(item);

        if (hasUnfit(item)) expect(written).toThrow(TypeError);
        else expect(written()).toEqual(marshall(item, { removeUndefinedValues: true }));
      }),
      { numRuns: 500 },
    );
  });

  it.each(UNFIT)("has no %s, whatever it holds", (name) => {
    for (const value of ["text", { S: "text" }, null, [1]])
      for (const item of [{ [name]: value }, { map: { [name]: value } }, { list: [1, { [name]: value }] }])
        expect(() => toWire(item), JSON.stringify(item)).toThrow(TypeError);
    for (const wire of [{ [name]: { S: "text" } }, { map: { M: { [name]: { S: "text" } } } }])
      expect(() => fromWire(wire), JSON.stringify(wire)).toThrow(TypeError);
  });

  it.each([[1.5], [Number.NaN], [2 ** 53], [10n], [new Date(0)], [new Set(["a"])], [new Uint8Array(1)], [() => 1]])(
    "is not written for %s, which no row of ours holds",
    (odd) => {
      expect(() => toWire({ odd })).toThrow(TypeError);
    },
  );

  it.each([[{ SS: ["a"] }], [{ N: "1.5" }], [{ N: "9007199254740993" }], [{ B: "AA==" }], [{}], ["text"]])(
    "is not read from %j",
    (odd) => {
      expect(() => fromWire({ odd })).toThrow(TypeError);
    },
  );
});
