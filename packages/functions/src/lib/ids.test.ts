import { expect, it } from "vitest";
import { openIds } from "./ids.ts";

const NOW = "2026-09-01T01:00:00.000Z";

it("makes ids that sort in the order in which they were made", () => {
  const newId = openIds(() => NOW);
  const ids = Array.from({ length: 100 }, () => newId("mem"));

  expect([...ids].sort()).toEqual(ids);
  expect(ids.every((id) => /^mem_[0-9a-z]{26}$/.test(id))).toBe(true);
});

it("makes pseudonyms that share nothing with the member's id, not even the time", () => {
  const newId = openIds(() => NOW);
  const pairs = Array.from({ length: 100 }, () => [newId("mem").slice(4), newId("psn").slice(4)] as const);

  expect(pairs.filter(([member, pseudonym]) => member.slice(0, 8) === pseudonym.slice(0, 8))).toEqual([]);
  expect(pairs.every(([, pseudonym]) => /^[0-9a-z]{26}$/.test(pseudonym))).toBe(true);
  expect(new Set(pairs.map(([, pseudonym]) => pseudonym)).size).toBe(100);
});
