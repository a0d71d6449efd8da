import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Attendance from "./attendance.ts";
import { halfDaysServed, requireHalfDaysWithin } from "./workdays.ts";

const ZONE = "Asia/Shanghai";
const key = { activityId: "act_1", sessionId: "ses_1", memberId: "mem_1" };
/** Local time in Shanghai on 12 September 2026. */
const at = (time: string) => new Date(`2026-09-12T${time}:00+08:00`).toISOString();

type Step =
  | { do: "in"; at: string }
  | { do: "out"; at: string }
  | { do: "present"; at: string; halfDays?: number }
  | { do: "absent"; at: string }
  | { do: "state"; at: string; halfDays: number };

/** What one step makes of a row; a refusal leaves it as it is. */
function after(row: Attendance.Info | undefined, step: Step, session: { startsAt: string; endsAt: string }) {
  const by = "mem_9";
  try {
    switch (step.do) {
      case "in":
        Attendance.requireCheckInOpen(session, step.at);
        return Attendance.checkIn(key, row, step.at);
      case "out":
        return Attendance.checkOut(row, { by: "mem_1", at: step.at, endsAt: session.endsAt });
      case "present":
        return Attendance.rollCall(key, row, {
          ...{ state: "present", by, at: step.at, session },
          ...(step.halfDays === undefined ? {} : { halfDays: step.halfDays }),
        });
      case "absent":
        return Attendance.rollCall(key, row, {
          state: "absent",
          excused: false,
          why: "未到",
          by,
          at: step.at,
          session,
        });
      case "state":
        return Attendance.state(row, { halfDays: step.halfDays, by, at: step.at });
    }
  } catch {
    return row;
  }
}
const workdays = (row: Attendance.Info | undefined) =>
  row?.state === "present" ? halfDaysServed([row], ZONE) / 2 : row?.state;

const HALF = { startsAt: at("09:00"), endsAt: at("12:00") };
const WHOLE = { startsAt: at("09:00"), endsAt: at("17:00") };
const into = (time: string): Step => ({ do: "in", at: at(time) });
const out = (time: string): Step => ({ do: "out", at: at(time) });
const here = (time: string, halfDays?: number): Step => ({
  ...{ do: "present", at: at(time) },
  ...(halfDays === undefined ? {} : { halfDays }),
});
const gone = (time: string): Step => ({ do: "absent", at: at(time) });
const say = (time: string, halfDays: number): Step => ({ do: "state", at: at(time), halfDays });

describe("the workdays of a session", () => {
  it.each<[string, typeof HALF, Step[], number | "absent"]>([
    ["in and out", HALF, [into("08:55"), out("12:00")], 0.5],
    ["in and out, all day", WHOLE, [into("08:55"), out("17:00")], 1],
    ["in, never out", WHOLE, [into("09:00")], 0.5],
    ["called present, never out", HALF, [here("11:50")], 0.5],
    ["called present just before the end, then out", HALF, [here("11:55"), out("12:00")], 0.5],
    ["called present at the start, then out", HALF, [here("09:00"), out("12:00")], 0.5],
    ["called present at noon, out in the evening", WHOLE, [here("12:00"), out("17:00")], 1],
    ["in, called present, out", HALF, [into("09:00"), here("11:59"), out("12:00")], 0.5],
    ["called present after the end and the check-out", WHOLE, [into("09:00"), out("17:00"), here("17:30")], 1],
    [
      "called absent by mistake, then present, then out",
      WHOLE,
      [into("09:00"), gone("16:50"), here("16:55"), out("17:00")],
      1,
    ],
    [
      "called absent by mistake after the check-out",
      HALF,
      [into("09:00"), out("12:00"), gone("12:10"), here("12:15")],
      0.5,
    ],
    ["out at once by mistake, in again, out", WHOLE, [into("09:00"), out("09:05"), into("09:06"), out("17:00")], 1],
    [
      "out at once by mistake, called present, out",
      WHOLE,
      [into("09:00"), out("09:05"), here("10:00"), out("17:00")],
      1,
    ],
    ["out by mistake, set right after the end", WHOLE, [into("09:00"), out("09:05"), here("18:00", 2)], 1],
    ["out by mistake and nothing else", HALF, [into("09:00"), out("09:05")], 0],
    ["stated, then out", WHOLE, [into("09:00"), say("10:00", 1), out("17:00")], 0.5],
    ["stated by the roll-call, then out in a moment", HALF, [here("11:55", 1), out("11:56")], 0.5],
    ["stated twice", HALF, [into("09:00"), say("12:30", 1), say("12:40", 0)], 0],
    ["absent, then late", HALF, [gone("09:30"), into("10:00"), out("12:00")], 0.5],
    ["in, then called absent", HALF, [into("09:00"), gone("09:30")], "absent"],
  ])("%s", (_, session, steps, value) => {
    const row = steps.reduce<Attendance.Info | undefined>((before, step) => after(before, step, session), undefined);

    expect(workdays(row)).toBe(value);
  });

  it.each<[string, string, number]>([
    ["09:20", "a session of 20 minutes", 0],
    ["09:30", "half an hour", 1],
    ["13:00", "four hours", 1],
    ["13:01", "more than four hours", 2],
    ["20:00", "eleven hours", 2],
  ])("until %s, %s, are at most %d halves when they are stated", (until, _, most) => {
    const within = (halfDays: number) => () =>
      requireHalfDaysWithin({ startsAt: at("09:00"), endsAt: at(until) }, halfDays, ZONE);

    expect(within(most)).not.toThrow();
    expect(within(most + 1)).toThrow(
      expect.objectContaining({
        code: "attendance.too_many_half_days",
        message: expect.stringContaining(`at most ${most} half`),
      }),
    );
  });
});

/** Everything that people put down: instants of check-ins and check-outs, absences, stated workdays. */
function facts(row: Attendance.Info | undefined): Set<string> {
  const records = row ? [...(row.earlier ?? []), row] : [];
  return new Set(
    records.flatMap((one) => {
      if (one.state === "absent") return [`absent ${one.at}`];
      const { checkedInAt, checkedOutAt, stated } = one;
      return [
        `in ${checkedInAt}`,
        ...(checkedOutAt === undefined ? [] : [`out ${checkedOutAt}`]),
        ...(stated === undefined ? [] : [`stated ${stated.halfDays} ${stated.at}`]),
      ];
    }),
  );
}

const anyStep = fc.oneof(
  fc.record({ do: fc.constant("in" as const) }),
  fc.record({ do: fc.constant("out" as const) }),
  fc.record({ do: fc.constant("absent" as const) }),
  fc.record({ do: fc.constant("present" as const) }),
  fc.record({ do: fc.constant("present" as const), halfDays: fc.nat(2) }),
  fc.record({ do: fc.constant("state" as const), halfDays: fc.nat(2) }),
);
/** Steps at rising instants from an hour before a day's session until two hours after it. */
const anyHistory = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 90 }), anyStep), { minLength: 1, maxLength: 14 })
  .map((all) => {
    let minutes = 0;
    return all.map(([pause, step]): Step => {
      minutes += pause;
      return { ...step, at: new Date(Date.parse(at("08:00")) + minutes * 60_000).toISOString() } as Step;
    });
  });

/** The state and workdays that the last word about somebody calls for; undefined where times decide. */
function checkLastWord(row: Attendance.Info | undefined, step: Step): void {
  if (step.do === "absent") expect(row?.state).toBe("absent");
  if (step.do === "present") expect(row?.state).toBe("present");
  if (step.do === "present" && step.halfDays !== undefined) expect(workdays(row)).toBe(step.halfDays / 2);
}

it("loses nothing that a person put down, and lets the last correction stand, in whatever order things happen", () => {
  fc.assert(
    fc.property(anyHistory, (history) => {
      let row: Attendance.Info | undefined;
      let said: number | undefined;
      for (const step of history) {
        const before = row;
        row = after(before, step, WHOLE);
        for (const fact of facts(before)) expect(facts(row)).toContain(fact);
        checkLastWord(row, step);
        if (step.do === "in" && before?.state === "absent" && row?.state === "present") said = undefined;
        if (row !== before && "halfDays" in step) said = step.halfDays;
        if (row?.state === "present" && said !== undefined) expect(workdays(row)).toBe(said / 2);
        if (row?.state === "present" && said === undefined && row.checkedOutAt === undefined)
          expect(workdays(row)).toBe(0.5);
      }
      expect(Attendance.Info.parse(row ?? Attendance.checkIn(key, undefined, at("09:00")))).toBeDefined();
    }),
    { numRuns: 2_000 },
  );
});
