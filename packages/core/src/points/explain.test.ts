import { expect, it } from "vitest";
import { lineText, workdaysText } from "./explain.ts";

it.each([
  [{ rule: "attendance", quantity: 2, points: 200 }, "出勤2人次，每人次1.00分", "Attendances: 2, 1.00 each"],
  [{ rule: "halfDay", quantity: 3, points: 75 }, "工日1.5个，每半个0.25分", "Workdays: 1.5, 0.25 for each half"],
  [{ rule: "grade", quantity: 1, points: 20 }, "活动评价「良好」，0.20分", "Evaluation of the activity: good, 0.20"],
  [{ rule: "cover", quantity: 1, points: 50 }, "代班1次，每次0.50分", "Covers: 1, 0.50 each"],
  [{ rule: "training", quantity: 1, points: 100 }, "授课1场，每场1.00分", "Training sessions given: 1, 1.00 each"],
  [{ rule: "adjustment", quantity: 0, points: -25 }, "更正-0.25分", "Correction: -0.25"],
  [
    { rule: "halfDay", quantity: -1, points: -25 },
    "减：工日0.5个，每半个0.25分",
    "Less: Workdays: 0.5, 0.25 for each half",
  ],
] as const)("explains %o in both languages", (line, chinese, english) => {
  expect([lineText("zh-CN", line, "good"), lineText("en", line, "good")]).toEqual([chinese, english]);
});

it.each([
  [0, "0.0"],
  [1, "0.5"],
  [5, "2.5"],
  [-1, "-0.5"],
  [-4, "-2.0"],
])("writes %i half days as %s workdays", (halfDays, words) => {
  expect(workdaysText(halfDays)).toBe(words);
});
