import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { numbersInDoubt, withoutZeros } from "./employee-number.ts";

const text = (value: string) => ({ kind: "text" as const, text: value });
const doubts = (numbers: readonly string[], stored: readonly string[]) => [
  ...numbersInDoubt(numbers.map(text), stored).keys(),
];
/** The numbers of an alliance: all of one width, some of them led by zeros. */
const alliance = fc
  .record({
    width: fc.integer({ min: 2, max: 8 }),
    numbers: fc.uniqueArray(fc.nat(99_999_999), { minLength: 2, maxLength: 60 }),
  })
  .map(({ width, numbers }) => [
    ...new Set(numbers.map((n) => String(1 + (n % (10 ** width - 1))).padStart(width, "0"))),
  ])
  .filter((numbers) => numbers.some((number) => number.startsWith("0")));

test.prop([alliance])("whoever lost zeros is in doubt, and nobody else", (numbers) => {
  const lost = numbers.map(withoutZeros);
  const changed = lost.flatMap((number, at) => (number === numbers[at] ? [] : [at]));

  expect([doubts(lost, numbers), doubts(numbers, numbers), doubts(numbers, [])]).toEqual([changed, [], []]);
});

test.prop([alliance, fc.nat()])("so are joiners who lost them in a file that is sound otherwise", (numbers, at) => {
  const joiner = numbers.find((number) => number.startsWith("0")) ?? "";
  const others = numbers.filter((number) => number !== joiner);
  const place = at % (others.length + 1);
  const file = others.toSpliced(place, 0, withoutZeros(joiner));

  expect(doubts(file, others)).toEqual(others.length > 0 ? [place] : []);
});

test.prop([alliance])("at a first import, where they differ in length, the shorter ones are", (numbers) => {
  const lost = numbers.map(withoutZeros);
  const longest = Math.max(...lost.map(({ length }) => length));

  expect(doubts(lost, [])).toEqual(lost.flatMap(({ length }, at) => (length < longest ? [at] : [])));
});
