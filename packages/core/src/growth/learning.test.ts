import { expect, it } from "vitest";
import type { Info as Result } from "../result/result.ts";
import { learningOf } from "./learning.ts";

const result = (memberId: string, outcome: Result["outcome"], grade?: number): Result =>
  ({ memberId, outcome, classId: "cls_1", ...(grade !== undefined && { grade }) }) as Result;
const ids = ["mem_1", "mem_2", "mem_3", "mem_4", "mem_5"];
const own = ids.map((id, at) => result(id, at === 0 ? "failed" : "passed", 4));

it("tells the share that passed and the mean grade of a programme's people, from five up", () => {
  expect(learningOf(own, ids)).toEqual({
    ...{ people: 5, results: 5, grade: "4.00" },
    passed: { n: 4, of: 5, percent: "80.0%" },
  });
  expect(learningOf(own, ids.slice(1))).toEqual({});
});

it("tells nothing beside one to four others of the same classes, whose results would follow", () => {
  expect(learningOf([...own, result("mem_9", "failed")], ids)).toEqual({});
});
