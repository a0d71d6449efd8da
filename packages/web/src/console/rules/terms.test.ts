import { RULE_SET_1 } from "@yigong/core/points/rules.ts";
import { expect, it } from "vitest";
import { changedFields, numbersOf, termsOf } from "./terms.ts";

const { version: _, ...terms } = RULE_SET_1;

it("hands a rule set's numbers back as they were", () => {
  expect(termsOf(numbersOf(terms), terms.effectiveFrom)).toEqual(terms);
});

it("names what a draft changes, and nothing else", () => {
  const draft = { ...terms, coverPoints: 75, preferencePoints: { ...terms.preferencePoints, others: 350 } };

  expect(changedFields(terms, draft)).toEqual(["coverPoints", "others"]);
});
