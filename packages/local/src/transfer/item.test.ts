import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { canonicalOf, type Item, itemOf, lineOf, plainOf } from "./item.ts";

const bytes = fc.uint8Array({ minLength: 1, maxLength: 6 });
const set = <Value>(of: fc.Arbitrary<Value>) => fc.uniqueArray(of, { minLength: 1, maxLength: 4 });
const { value } = fc.letrec<{ value: AttributeValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.record({ S: fc.string() }) as fc.Arbitrary<AttributeValue>,
    fc.record({ N: fc.integer().map(String) }) as fc.Arbitrary<AttributeValue>,
    fc.record({ BOOL: fc.boolean() }) as fc.Arbitrary<AttributeValue>,
    fc.constant({ NULL: true } as AttributeValue),
    fc.record({ B: bytes }) as fc.Arbitrary<AttributeValue>,
    fc.record({ SS: set(fc.string({ minLength: 1 })) }) as fc.Arbitrary<AttributeValue>,
    fc.record({ NS: set(fc.integer().map(String)) }) as fc.Arbitrary<AttributeValue>,
    fc.record({ BS: fc.array(bytes, { minLength: 1, maxLength: 1 }) }) as fc.Arbitrary<AttributeValue>,
    fc.record({ L: fc.array(tie("value"), { maxLength: 3 }) }) as fc.Arbitrary<AttributeValue>,
    fc.record({
      M: fc.dictionary(fc.string(), tie("value"), { maxKeys: 3, noNullPrototype: true }),
    }) as fc.Arbitrary<AttributeValue>,
  ),
}));
const item = fc.dictionary(fc.string({ minLength: 1 }), value, { maxKeys: 4, noNullPrototype: true });

/** The same item with everything that has no order in another one. */
const turned = (one: AttributeValue): AttributeValue => {
  if (one.M)
    return {
      M: Object.fromEntries(
        Object.entries(one.M)
          .map(([name, inner]) => [name, turned(inner)])
          .reverse(),
      ),
    };
  if (one.L) return { L: one.L.map(turned) };
  return one.SS ? { SS: one.SS.toReversed() } : one;
};

describe("an item as a line", () => {
  test.prop([item])("comes back as it was, bytes and long numbers too", (one) => {
    expect(itemOf(lineOf(one))).toEqual(one);
  });

  it("has the form of DynamoDB's own exports", () => {
    const one: Item = { pk: { S: "a" }, n: { N: "12345678901234567890" }, b: { B: new Uint8Array([1, 2]) } };

    expect(lineOf(one)).toBe('{"Item":{"pk":{"S":"a"},"n":{"N":"12345678901234567890"},"b":{"B":"AQI="}}}');
  });

  it.each(["{}", '{"Item":null}', "{"])("is refused in another form: %s", (line) => {
    expect(() => itemOf(line)).toThrow();
  });
});

describe("an item's content", () => {
  test.prop([item])("is the same in whatever order its parts come", (one) => {
    const { M = {} } = turned({ M: one });

    expect(canonicalOf(M)).toBe(canonicalOf(one));
  });

  it.each<[string, AttributeValue, AttributeValue]>([
    ["a text and a number", { S: "1" }, { N: "1" }],
    ["false and nothing", { BOOL: false }, { NULL: true }],
    ["lists in another order", { L: [{ N: "1" }, { N: "2" }] }, { L: [{ N: "2" }, { N: "1" }] }],
    ["an empty map and an empty list", { M: {} }, { L: [] }],
    ["a text and the same as bytes", { S: "AQI=" }, { B: new Uint8Array([1, 2]) }],
  ])("tells %s apart", (_, one, other) => {
    expect(canonicalOf({ a: one })).not.toBe(canonicalOf({ a: other }));
  });

  it("is read as the domain's schemas want it", () => {
    const one: AttributeValue = { M: { a: { L: [{ N: "-25" }, { NULL: true }, { BOOL: false }] }, b: { S: "" } } };

    expect(plainOf(one)).toEqual({ a: [-25, null, false], b: "" });
  });
});
