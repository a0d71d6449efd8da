import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { halfDaysServed } from "./workdays.ts";

const SHANGHAI = "Asia/Shanghai";
/** Local times in Shanghai, as `12 09:00` on that day of September 2026. */
const at = (local: string) => new Date(`2026-09-${local.replace(" ", "T")}+08:00`).toISOString();
const served = (from: string, to: string) => ({ checkedInAt: at(from), checkedOutAt: at(to) });
const unstated = (from: string) => ({ checkedInAt: at(from) });
const stated = (from: string, halfDays: number) => ({
  checkedInAt: at(from),
  stated: { halfDays, by: "mem_1", at: at("13 09:00") },
});

describe("the half workdays from check-in to check-out", () => {
  it.each([
    ["29:59", "12 09:29:59", 0],
    ["30:00", "12 09:30:00", 1],
    ["4:00:00", "12 13:00:00", 1],
    ["4:00:01", "12 13:00:01", 2],
    ["12 hours", "12 21:00:00", 2],
  ])("of %s", (_, to, halfDays) => {
    expect(halfDaysServed([served("12 09:00:00", to)], SHANGHAI)).toBe(halfDays);
  });

  it.each([
    ["two hours on each side of midnight: two local days", "12 22:00", "13 02:00", 2],
    ["five hours and 29 minutes: the second day is too short", "12 19:00", "13 00:29", 2],
    ["five hours and half an hour", "12 19:00", "13 00:30", 3],
    ["29 minutes on each side", "12 23:31", "13 00:29", 0],
    ["to midnight sharp", "12 20:00", "13 00:00", 1],
    ["over two nights", "12 20:00", "14 04:00", 4],
  ])("over midnight: %s", (_, from, to, halfDays) => {
    expect(halfDaysServed([served(from, to)], SHANGHAI)).toBe(halfDays);
  });

  it("are cut at the midnights of the alliance's zone", () => {
    const night = [served("12 22:00", "13 02:00")];

    expect([SHANGHAI, "UTC", "America/New_York"].map((zone) => halfDaysServed(night, zone))).toEqual([2, 1, 1]);
  });

  it("follow the zone's days of 23 and 25 hours", () => {
    const spring = [{ checkedInAt: "2026-03-29T00:45:00.000Z", checkedOutAt: "2026-03-29T01:15:00.000Z" }];

    expect(halfDaysServed(spring, "Europe/Berlin")).toBe(1);
  });
});

describe("several sessions", () => {
  it.each([
    ["20 minutes twice on one day add up", [served("12 09:00", "12 09:20"), served("12 14:00", "12 14:20")], 1],
    ["two and two hours are one half", [served("12 09:00", "12 11:00"), served("12 14:00", "12 16:00")], 1],
    ["a day has at most one workday", [served("12 08:00", "12 13:00"), served("12 14:00", "12 20:00")], 2],
    ["two days have two", [served("12 08:00", "12 13:00"), served("13 08:00", "13 13:00")], 4],
    ["time in both sessions counts once", [served("12 09:00", "12 13:00"), served("12 12:00", "12 13:00")], 1],
  ])("of one person: %s", (_, rows, halfDays) => {
    expect(halfDaysServed(rows, SHANGHAI)).toBe(halfDays);
  });
});

describe("without a check-out", () => {
  it.each([
    ["the leader's statement counts", [stated("12 09:00", 2)], 2],
    ["stated none is none", [stated("12 09:00", 0)], 0],
    ["nobody's statement is half a day", [unstated("12 09:00")], 1],
    ["it adds to what was timed that day", [served("12 09:00", "12 10:00"), unstated("12 14:00")], 2],
    ["with at most one workday", [served("12 08:00", "12 13:00"), stated("12 14:00", 2)], 2],
    ["nobody present has none", [], 0],
  ])("%s", (_, rows, halfDays) => {
    expect(halfDaysServed(rows, SHANGHAI)).toBe(halfDays);
  });
});

it("never exceed two halves for each local day touched, and never fall when somebody stays longer", () => {
  const minute = 60_000;
  const start = Date.parse("2026-09-12T00:00:00.000Z");
  const iso = (ms: number) => new Date(ms).toISOString();
  const property = fc.property(fc.nat(2_000), fc.nat(2_000), fc.nat(2_000), (from, length, more) => {
    const stay = (minutes: number) =>
      halfDaysServed(
        [{ checkedInAt: iso(start + from * minute), checkedOutAt: iso(start + (from + minutes) * minute) }],
        SHANGHAI,
      );
    return stay(length) <= 2 * (Math.floor(length / 1440) + 2) && stay(length) <= stay(length + more);
  });

  expect(() => fc.assert(property, { numRuns: 300 })).not.toThrow();
});
