import { describe, expect, it } from "vitest";
import { appeal, decideAppeal } from "./appeal.ts";
import * as Attendance from "./attendance.ts";
import * as BackEntry from "./back-entry.ts";
import { requireTryLeft, wrong } from "./tries.ts";

const key = { activityId: "act_1", sessionId: "ses_1", memberId: "mem_1" };
const startsAt = "2026-09-12T01:00:00.000Z";
const endsAt = "2026-09-12T05:00:00.000Z";
const at = "2026-09-12T01:05:00.000Z";
const later = "2026-09-12T04:00:00.000Z";
const present = Attendance.checkIn(key, undefined, at);
const called = { by: "mem_9", at: later };
const absent = Attendance.rollCall(key, undefined, { ...called, state: "absent", excused: false, why: "没有来" });
const code = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return "none";
};

describe("the doors", () => {
  it.each([
    ["2026-09-11T23:59:59.999Z", "attendance.too_early"],
    ["2026-09-12T00:00:00.000Z", "none"],
    ["2026-09-12T04:59:59.999Z", "none"],
    ["2026-09-12T05:00:00.000Z", "attendance.session_over"],
  ])("are open from an hour before the start to the end: at %s %s", (instant, refusal) => {
    expect(code(() => Attendance.requireCheckInOpen({ startsAt, endsAt }, instant))).toBe(refusal);
  });
});

describe("checking in and out", () => {
  it("takes the first check-in, and a check-in over an absence called before", () => {
    expect(code(() => Attendance.checkIn(key, present, later))).toBe("attendance.already_checked_in");
    expect(Attendance.checkIn(key, absent, later)).toMatchObject({ state: "present", checkedInAt: later });
  });

  it("takes the first check-out, until two hours after the session", () => {
    const out = Attendance.checkOut(present, { by: "mem_1", at: later, endsAt });

    expect(out).toMatchObject({ checkedOutAt: later, checkedOutBy: "mem_1" });
    expect(Attendance.checkOut(out, { by: "mem_1", at: endsAt, endsAt })).toBe(out);
    expect(code(() => Attendance.checkOut(absent, { by: "mem_1", at: later, endsAt }))).toBe(
      "attendance.not_checked_in",
    );
    expect(code(() => Attendance.checkOut(present, { by: "mem_1", at: "2026-09-12T07:00:00.000Z", endsAt }))).toBe(
      "attendance.check_out_over",
    );
  });

  it("states workdays only where there is no check-out", () => {
    const out = Attendance.checkOut(present, { by: "mem_1", at: later, endsAt });
    const said = { halfDays: 2, by: "mem_9", at: later };

    expect(Attendance.state(present, said)).toMatchObject({ stated: said });
    expect(code(() => Attendance.state(out, said))).toBe("attendance.checked_out");
    expect(code(() => Attendance.state(absent, said))).toBe("attendance.not_checked_in");
    expect(code(() => Attendance.state(undefined, said))).toBe("attendance.not_checked_in");
  });
});

describe("a roll-call", () => {
  it("keeps the times of who checked in, and takes an absence back", () => {
    expect(Attendance.rollCall(key, present, { ...called, state: "present" })).toBe(present);
    expect(Attendance.rollCall(key, absent, { ...called, state: "present" })).toMatchObject({
      state: "present",
      method: "rollCall",
      checkedInAt: later,
    });
  });

  it("said twice is one, and never over an appeal", () => {
    const again = { ...called, state: "absent" as const, excused: false, why: "没有来" };
    const appealed = appeal(absent, { by: "mem_1", at: later, text: "我在现场" });

    expect(Attendance.rollCall(key, absent, again)).toBe(absent);
    expect(code(() => Attendance.rollCall(key, appealed, { ...again, why: "还是没有来" }))).toBe("attendance.appealed");
  });
});

describe("an appeal", () => {
  const appealed = appeal(absent, { by: "mem_1", at: later, text: "我在现场" });
  const decision = { by: "mem_8", at: later, reason: "有照片为证" };

  it("is made once, against an absence that is not excused", () => {
    const excused = { ...(absent as Attendance.Absent), excused: true };

    expect(code(() => appeal(present, { by: "mem_1", at, text: "?" }))).toBe("absence.missing");
    expect(code(() => appeal(undefined, { by: "mem_1", at, text: "?" }))).toBe("absence.missing");
    expect(code(() => appeal(excused, { by: "mem_1", at, text: "?" }))).toBe("absence.excused");
    expect(code(() => appeal(appealed, { by: "mem_1", at, text: "?" }))).toBe("absence.appealed");
  });

  it("excuses when upheld, and is decided once", () => {
    const upheld = decideAppeal(appealed, { ...decision, upheld: true });

    expect(upheld).toMatchObject({ excused: true, appeal: { decided: { upheld: true, by: "mem_8" } } });
    expect(decideAppeal(appealed, { ...decision, upheld: false }).excused).toBe(false);
    expect(code(() => decideAppeal(upheld, { ...decision, upheld: false }))).toBe("absence.decided");
    expect(code(() => decideAppeal(absent, { ...decision, upheld: true }))).toBe("absence.not_appealed");
  });

  it.each(["mem_9", "mem_1"])("is not decided by who recorded it or is absent: %s", (by) => {
    expect(code(() => decideAppeal(appealed, { ...decision, by, upheld: true }))).toBe("absence.own_record");
  });
});

describe("a back entry", () => {
  const wish = { ...key, halfDays: 1, reason: "手机没电", by: "mem_9", at: later };
  const requested = BackEntry.request(undefined, absent, wish);

  it("needs a second person, who is not the one whom it is about", () => {
    const approved = BackEntry.approve(requested, { by: "mem_8", at: later });

    expect(approved).toMatchObject({ status: "approved", approvedBy: "mem_8" });
    expect(BackEntry.approve(approved, { by: "mem_7", at: later })).toBe(approved);
    for (const by of ["mem_9", "mem_1"])
      expect(code(() => BackEntry.approve(requested, { by, at: later }))).toBe("attendance.second_person");
  });

  it("is for those who are not present, and nobody's own", () => {
    expect(code(() => BackEntry.request(undefined, present, wish))).toBe("attendance.already_present");
    expect(code(() => BackEntry.request(undefined, undefined, { ...wish, by: "mem_1" }))).toBe("attendance.own_hours");
  });

  it("counts its half days from the session's start", () => {
    const row = BackEntry.entered(BackEntry.approve(requested, { by: "mem_8", at: later }), { startsAt, version: 3 });

    expect(row).toMatchObject({ checkedInAt: startsAt, method: "backEntry", version: 3, stated: { halfDays: 1 } });
    expect(row.backEntered).toEqual({ by: "mem_9", at: later, approvedBy: "mem_8", reason: "手机没电" });
  });
});

describe("wrong codes", () => {
  const times = (count: number) =>
    Array.from({ length: count }, (_, n) => new Date(Date.parse(at) + n * 1000).toISOString());
  const after = (count: number) =>
    times(count).reduce<ReturnType<typeof wrong> | undefined>((tries, one) => wrong(tries, one), undefined);
  const soon = "2026-09-12T01:06:00.000Z";

  it("are limited to ten in ten minutes", () => {
    expect(code(() => requireTryLeft(after(9), soon))).toBe("none");
    expect(code(() => requireTryLeft(after(10), soon))).toBe("attendance.too_many_tries");
    expect(code(() => requireTryLeft(after(30), soon))).toBe("attendance.too_many_tries");
  });

  it("are forgotten after ten minutes", () => {
    expect(code(() => requireTryLeft(after(10), "2026-09-12T01:14:59.999Z"))).toBe("attendance.too_many_tries");
    expect(code(() => requireTryLeft(after(10), "2026-09-12T01:15:00.000Z"))).toBe("none");
  });
});
