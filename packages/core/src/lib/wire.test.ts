import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromWire, toWire } from "./wire.ts";

const value = fc.letrec((tie) => ({
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
  map: fc.dictionary(fc.string(), tie("any"), { maxKeys: 4, noNullPrototype: true }),
})).map;

describe("DynamoDB's own form", () => {
  it("is written as AWS's client writes it", () => {
    fc.assert(
      fc.property(value, (item) => {
        const wire = toWire(item as Record<string, unknown>);

        expect(wire).toEqual(marshall(item, { removeUndefinedValues: true }));
        expect(JSON.stringify(wire)).not.toContain("undefined");
      }),
      { numRuns: 500 },
    );
  });

  it("is read as AWS's client reads it", () => {
    fc.assert(
      fc.property(value, (item) => {
        const wire = marshall(item, { removeUndefinedValues: true });

        expect(fromWire(wire as Record<string, unknown>)).toEqual(unmarshall(wire));
      }),
      { numRuns: 500 },
    );
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
