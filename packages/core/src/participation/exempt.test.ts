import { describe, expect, it } from "vitest";
import { dutyStates } from "./duty.ts";
import { exemptFrom } from "./exempt.ts";
import * as Sample from "./participation.builder.ts";

const ZONE = "Asia/Shanghai";
const [saturday, sunday] = [Sample.sessionId(1), Sample.sessionId(2)];
const sessions = [
  Sample.session(3),
  Sample.session(3, { id: sunday, startsAt: "2026-09-13T01:00:00.000Z", endsAt: "2026-09-13T05:00:00.000Z" }),
];
const who = Sample.memberId(1);
const nothing = { covering: new Set<string>(), busy: new Map(), members: new Map() };
const hours = (from: string, to: string) => new Map([[who as string, [{ from, to }]]]);
const leaving = (leftOn: string) => new Map([[who as string, { leftOn }]]);

describe("who need not come", () => {
  it.each([
    ["nobody without a reason", {}, [false, false, false]],
    ["who covers a shift for the activity: to no session", { covering: new Set([who as string]) }, [true, true, true]],
    [
      "who covers elsewhere at that time: to that session",
      { busy: hours("2026-09-12T04:59:59.999Z", "2026-09-12T12:00:00.000Z") },
      [true, false, false],
    ],
    [
      "nobody for a cover back to back",
      { busy: hours(Sample.ENDS, "2026-09-12T12:00:00.000Z") },
      [false, false, false],
    ],
    ["who left before all of it", { members: leaving("2026-09-01") }, [true, true, true]],
    ["who left on the day of the first session", { members: leaving("2026-09-12") }, [true, true, true]],
    ["who left on the day of the second: to the second", { members: leaving("2026-09-13") }, [false, true, false]],
    ["nobody who leaves the day after", { members: leaving("2026-09-14") }, [false, false, false]],
  ])("%s", (_, over, expected) => {
    const exempt = exemptFrom({ sessions, zone: ZONE, ...nothing, ...over });

    expect([exempt(who, saturday), exempt(who, sunday), exempt(who)]).toEqual(expected);
  });

  it("judges the leaving date by the local day: half past midnight in Shanghai is still yesterday in UTC", () => {
    const late = [Sample.session(1, { startsAt: "2026-09-12T16:30:00.000Z", endsAt: "2026-09-12T18:00:00.000Z" })];
    const at = (leftOn: string) =>
      exemptFrom({ sessions: late, zone: ZONE, ...nothing, members: leaving(leftOn) })(who);

    expect([at("2026-09-12"), at("2026-09-13"), at("2026-09-14")]).toEqual([true, true, false]);
  });

  it.each([
    ["never answered", []],
    ["has a place", [Sample.row(1, 1)]],
    ["withdrew", [Sample.row(1, 1, "withdrawn")]],
  ])("is released from the duty, before and after, who %s", (_, participations) => {
    const exempt = exemptFrom({ sessions, zone: ZONE, ...nothing, members: leaving("2026-09-01") });
    const facts = { list: { memberIds: [who] }, participations, onLeave: new Set<string>(), exempt };
    const presence = { present: new Set<string>() };

    expect(dutyStates(facts).get(who)).toBe("released");
    expect(dutyStates({ ...facts, presence }).get(who)).toBe("released");
    expect(dutyStates({ ...facts, presence: { present: new Set([who as string]) } }).get(who)).toBe("present");
  });
});
