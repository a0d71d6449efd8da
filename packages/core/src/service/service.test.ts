import { expect, it } from "vitest";
import { Service } from "./index.ts";

const AT = "2026-09-01T01:00:00.000Z";
const TODAY = "2026-09-01";
const ACT = { by: "mem_1", at: AT, today: TODAY };
const writing = Service.Writing.parse({ title: "陪伴李家", forWhom: "一对独居老人", cadenceDays: 14 });
const begun = Service.begin(writing, {
  id: Service.Id.parse(`svc_${"0".repeat(26)}`),
  ownerId: "mem_1",
  at: AT,
  today: TODAY,
});
const codeOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    return (error as { code?: string }).code;
  }
  return "done";
};

it("is due its cadence after the last visit by the calendar, in whichever order visits are recorded", () => {
  const visited = Service.visit(Service.visit(begun, { day: "2026-08-31" }, ACT), { day: "2026-08-20" }, ACT);

  expect(Service.dueOn(begun)).toBe("2026-09-15");
  expect(Service.dueOn(visited)).toBe("2026-09-14");
});

it("is open until somebody says how it was solved, and is due no more from then on", () => {
  const partly = Service.solve(begun, { state: "partly", how: "申请了补贴", since: TODAY }, ACT);
  const solved = Service.solve(partly, { state: "yes", how: "住进福利院", since: TODAY }, ACT);

  expect([begun, partly, solved].map(({ solved: { state } }) => state)).toEqual(["open", "partly", "yes"]);
  expect([partly, solved].map(Service.dueOn)).toEqual(["2026-09-15", undefined]);
  expect(Service.dueOn(Service.solve(solved, { state: "open" }, ACT))).toBe("2026-09-15");
});

it.each([
  ["a visit to come", () => Service.visit(begun, { day: "2026-09-02" }, ACT), "service.in_future"],
  [
    "an activity twice",
    () =>
      Service.visit(
        Service.visit(begun, { day: TODAY, activityId: "act_1" }, ACT),
        { day: TODAY, activityId: "act_1" },
        ACT,
      ),
    "service.visited",
  ],
  [
    "what will be solved",
    () => Service.solve(begun, { state: "yes", how: "会好的", since: "2026-09-02" }, ACT),
    "service.in_future",
  ],
  [
    "an edit of a version that is gone",
    () => Service.revise({ ...begun, version: 1 }, { title: "改名" }, { version: 0 }),
    "edit.changed",
  ],
  [
    "a visit once it was ended",
    () => Service.visit(Service.end(begun, { ...ACT, reason: "搬走" }), { day: TODAY }, ACT),
    "service.ended",
  ],
])("refuses %s", (_, run, code) => {
  expect(codeOf(run)).toBe(code);
});
