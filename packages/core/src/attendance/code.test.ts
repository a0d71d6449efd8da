import { describe, expect, it } from "vitest";
import { codeAt, codesAfter, isRightCode, shownEarlier } from "./code.ts";

const source = { secret: new Uint8Array(32).fill(1), activityId: "act_1", sessionId: "ses_1" };
const at = (time: string) => `2026-09-12T${time}Z`;
const shown = codeAt(source, at("01:00:10.000"));

describe("a check-in code", () => {
  it("is six digits, shown until the next half minute", () => {
    expect(shown.code).toMatch(/^\d{6}$/);
    expect(shown.validUntil).toBe(at("01:00:30.000"));
    expect(codeAt(source, at("01:00:29.999")).code).toBe(shown.code);
    expect(codeAt(source, at("01:00:30.000")).code).not.toBe(shown.code);
  });

  it.each([
    ["01:00:00.000", true],
    ["01:00:30.000", true],
    ["01:00:59.999", true],
    ["01:01:00.000", false],
    ["00:59:59.999", false],
  ])("that is shown at 01:00:10 is taken at %s: %s", (time, taken) => {
    expect(isRightCode(source, shown.code, at(time))).toBe(taken);
  });

  it.each([
    ["another activity", { ...source, activityId: "act_2" }],
    ["another session", { ...source, sessionId: "ses_2" }],
    ["another secret", { ...source, secret: new Uint8Array(32).fill(2) }],
  ])("is not that of %s", (_, other) => {
    expect(isRightCode(other, shown.code, at("01:00:10.000"))).toBe(false);
  });

  it("is told ahead as it will be shown, and not taken before", () => {
    const [next, later] = codesAfter(source, at("01:00:10.000"), 2);

    expect([next, later].map((one) => one?.validFrom)).toEqual([at("01:00:30.000"), at("01:01:00.000")]);
    expect(next?.code).toBe(codeAt(source, at("01:00:30.000")).code);
    expect(later?.code).toBe(codeAt(source, at("01:01:00.000")).code);
    expect(isRightCode(source, later?.code ?? "", at("01:00:59.999"))).toBe(false);
  });

  it("has eight characters for a link beside it, taken in either case and with letters that look like digits", () => {
    expect(shown.linkCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(shown.linkCode.slice(0, 6)).not.toBe(shown.code);
    const typed = shown.linkCode.toLowerCase().replaceAll("0", "o").replaceAll("1", "l");
    expect(isRightCode(source, typed, at("01:00:59.999"))).toBe(true);
    expect(isRightCode(source, typed, at("01:01:00.000"))).toBe(false);
  });

  it("of a link is known again while its session goes on, so that people are told when it was shown", () => {
    const from = at("01:00:00.000");
    const earlier = (code: string, later: string, of = source) => shownEarlier(of, code, { from, at: later });

    expect(earlier(shown.linkCode, at("04:59:00.000"))).toBe(from);
    expect(shownEarlier(source, shown.linkCode, { from: at("01:00:30.000"), at: at("01:02:00.000") })).toBeUndefined();
    expect(earlier(shown.linkCode, "2026-09-13T01:01:00.000Z")).toBeUndefined();
    expect(earlier(shown.code, at("01:00:10.000"))).toBeUndefined();
    expect(earlier(shown.linkCode, at("01:02:00.000"), { ...source, sessionId: "ses_2" })).toBeUndefined();
  });

  it.each(["", "12345", "1234567", "abcdef", "１２３４５６"])("is not %j", (code) => {
    expect(isRightCode(source, code, at("01:00:10.000"))).toBe(false);
  });

  it("keeps its leading zeros", () => {
    const codes = Array.from({ length: 200 }, (_, n) => codeAt(source, new Date(n * 30_000).toISOString()).code);

    expect(codes.filter((code) => code.length !== 6)).toEqual([]);
    expect(codes.some((code) => code.startsWith("0"))).toBe(true);
  });
});
