import { fc, it as property } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { dayOf, instantOf, plusHours, wallTimeOf } from "../lib/time.ts";
import { plusWorkingHours } from "../lib/working-hours.ts";
import { workdaysOf } from "../workcalendar/workcalendar.ts";
import { KIND_OF, KINDS, kindOf, usualKindOf } from "./kind.ts";
import { digestAt, heldUntil, spreadSeconds } from "./timing.ts";

const zone = "Asia/Shanghai";
const workdays = workdaysOf([]);
const local = (text: string) => instantOf(text.slice(0, 10), text.slice(11), zone);
const when = (at: string | undefined) => at && wallTimeOf(at, zone).slice(0, 16);
const moment = (at: string) => ({ now: local(at), zone, workdays });

const earlier = (at: string, seconds: number) => new Date(Date.parse(at) - seconds * 1000).toISOString();

/** As it would be without the spread. */
const held = (kind: (typeof KINDS)[number], at: string, spoken: string[] = []) => {
  const until = heldUntil({ kind, spoken: spoken.map(local), key: "act_1" }, moment(at));
  return when(until && earlier(until, spreadSeconds("act_1")));
};

describe("quiet hours", () => {
  it.each([
    // Thursday 3 September 2026 is a working day.
    ["tell", "2026-09-03 07:59", "2026-09-03T08:00"],
    ["tell", "2026-09-03 08:00", undefined],
    ["tell", "2026-09-03 20:59", undefined],
    ["tell", "2026-09-03 21:00", "2026-09-04T08:00"],
    ["tell", "2026-09-04 21:00", "2026-09-07T08:00"],
    ["tell", "2026-09-05 10:00", "2026-09-07T08:00"],
    // A Sunday that is worked for a holiday, and a Thursday off.
    ["tell", "2026-09-20 10:00", undefined],
    ["tell", "2026-10-01 10:00", "2026-10-08T08:00"],
    ["ask", "2026-09-03 07:59", "2026-09-03T08:30"],
    ["ask", "2026-09-03 21:00", "2026-09-04T08:30"],
    ["ask", "2026-09-05 10:00", undefined],
    ["ask", "2026-10-01 22:00", "2026-10-02T08:30"],
    ["urgent", "2026-09-03 21:30", undefined],
    ["urgent", "2026-09-03 22:00", "2026-09-04T08:00"],
    ["urgent", "2026-09-05 06:00", "2026-09-05T08:00"],
    ["digest", "2026-09-03 23:00", undefined],
  ] as const)("hold a message of the kind %s at %s until %s", (kind, at, until) => {
    expect(held(kind, at)).toBe(until);
  });

  it("do not hold back what speaks of the next morning", () => {
    expect(held("urgent", "2026-09-03 23:00", ["2026-09-04 09:00"])).toBeUndefined();
    expect(held("urgent", "2026-09-03 23:00", ["2026-09-04 10:30"])).toBe("2026-09-04T08:00");
    expect(held("ask", "2026-09-03 23:00", ["2026-09-04 10:00"])).toBeUndefined();
  });

  it("hold an outcome for the next morning, not for Monday, when it speaks of the weekend", () => {
    expect(held("tell", "2026-09-04 22:00", ["2026-09-05 14:00"])).toBe("2026-09-05T08:00");
    expect(held("tell", "2026-09-05 10:00", ["2026-09-06 14:00"])).toBeUndefined();
  });

  const minutes = fc
    .integer({ min: 0, max: 365 * 24 * 60 })
    .map((more) => plusHours(local("2026-01-01 00:00"), more / 60));
  property.prop([minutes, fc.constantFrom(...KINDS), fc.string()])(
    "end: what is held goes out by then, within two weeks, and never in the night",
    (now, kind, key) => {
      const until = heldUntil({ kind, spoken: [], key }, { now, zone, workdays });
      const clock = until === undefined ? "08:00" : wallTimeOf(until, zone).slice(11, 16);

      expect(clock >= "08:00" && clock < "08:41").toBe(true);
      if (until === undefined) return;
      expect(until > now && until < plusHours(now, 14 * 24)).toBe(true);
      expect(heldUntil({ kind, spoken: [], key }, { now: until, zone, workdays })).toBeUndefined();
      if (kind === "tell") expect(workdays.on(dayOf(until, zone)).works).toBe(true);
    },
  );
});

describe("a digest", () => {
  const joins = (kind: "ask" | "tell", at: string, spoken: string[] = []) => {
    const then = digestAt({ kind, spoken: spoken.map(local), memberId: "mem_1" }, moment(at));
    return when(then && earlier(then, spreadSeconds("mem_1")));
  };

  it.each([
    ["ask", "2026-09-04 10:00", "2026-09-05T08:30"],
    ["tell", "2026-09-04 10:00", "2026-09-07T08:30"],
    ["tell", "2026-09-04 08:00", "2026-09-04T08:30"],
  ] as const)("takes a message of the kind %s of %s along at %s", (kind, at, then) => {
    expect(joins(kind, at)).toBe(then);
  });

  it("does not take along what would come too late", () => {
    expect(joins("ask", "2026-09-04 10:00", ["2026-09-05 09:00"])).toBeUndefined();
  });
});

describe("working hours", () => {
  it.each([
    ["2026-09-03 10:00", "2026-09-03T14:00"],
    ["2026-09-04 16:00", "2026-09-07T11:00"],
    ["2026-09-30 17:00", "2026-10-08T12:00"],
    ["2026-09-05 12:00", "2026-09-07T13:00"],
  ])("four of them after %s is %s", (at, then) => {
    const { now, zone, workdays } = moment(at);

    expect(when(plusWorkingHours(now, 4, { zone, works: (day) => workdays.on(day).works }))).toBe(then);
  });
});

describe("the kind of a message", () => {
  const now = local("2026-09-03 10:00");
  const cancelled = (startsAt: string, more: { as?: "tell" } = {}) =>
    kindOf({ template: "activity.cancelled", params: { startsAt: local(startsAt) }, ...more }, now);

  it("is urgent once less than twelve hours are left until what is cancelled", () => {
    expect(cancelled("2026-09-03 21:59")).toBe("urgent");
    expect(cancelled("2026-09-03 22:00")).toBe("tell");
  });

  it("is what its teller says, whatever the template", () => {
    expect(cancelled("2026-09-03 12:00", { as: "tell" })).toBe("tell");
    expect(kindOf({ template: "points.posted", params: {}, as: "urgent" }, now)).toBe("urgent");
  });

  it("is an outcome for a template of another release", () => {
    expect(kindOf({ template: "toString", params: {} }, now)).toBe("tell");
    expect(usualKindOf("no.such")).toBe("tell");
  });

  it("reads the hours from a parameter that the template has", async () => {
    const { holesOf, WORDS } = await import("../language/index.ts");
    const rules = Object.entries(KIND_OF).flatMap(([template, rule]) =>
      typeof rule === "string" ? [] : [{ template, param: rule.param }],
    );
    const words: Record<string, string> = WORDS["zh-CN"];
    const lacking = rules.filter(
      ({ template, param }) =>
        !holesOf(`${words[`message.${template}.subject`]}${words[`message.${template}.body`]}`).includes(param),
    );

    expect(lacking).toEqual([]);
  });
});
