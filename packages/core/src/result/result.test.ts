import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { correct, give, type Info, type Taught } from "./result.ts";
import { certified, heldBy, NEVER } from "./skill.ts";

const taught: Taught = {
  ...{ id: "cls_1", courseId: "crs_1", title: "急救", day: "2026-01-31" },
  certifies: { skill: "急救", months: 13 },
};
const act = { by: "mem_t", at: "2026-02-01T01:00:00.000Z" };
const on = { ...act, taught, memberId: "mem_1", minutes: 90 };

describe("a result", () => {
  it("that is passed gives the course's skill, up to the same day so many months later or the month's last", () => {
    expect(give(undefined, { outcome: "passed", grade: 4 }, on)).toMatchObject({
      outcome: "passed",
      grade: 4,
      certificate: { skill: "急救", from: "2026-01-31", until: "2027-02-28" },
    });
    expect(
      give(undefined, { outcome: "passed" }, { ...on, taught: { ...taught, certifies: { skill: "急救" } } })
        .certificate,
    ).toEqual({ skill: "急救", from: "2026-01-31" });
  });

  it.each(["failed", "open"] as const)("that is %s gives none", (outcome) => {
    expect(give(undefined, { outcome }, on)).not.toHaveProperty("certificate");
  });

  it("is given once: the same again is one, another is refused", () => {
    const first = give(undefined, { outcome: "passed" }, on);

    expect(give(first, { outcome: "passed" }, on)).toBe(first);
    expect(() => give(first, { outcome: "failed" }, on)).toThrow(expect.objectContaining({ code: "result.known" }));
  });

  it("is of who attended, and nobody's own to enter, nor a deputy's for them", () => {
    const refused = (more: object) => () => give(undefined, { outcome: "passed" }, { ...on, ...more });

    expect(refused({ minutes: 0 })).toThrow(expect.objectContaining({ code: "result.absent" }));
    expect(refused({ by: "mem_1" })).toThrow(expect.objectContaining({ code: "result.own" }));
    expect(refused({ deputyFor: "mem_1" })).toThrow(expect.objectContaining({ code: "result.own" }));
  });

  it("that was put right keeps how it was, with who, when and why", () => {
    const first = give(undefined, { outcome: "passed", grade: 5 }, on);
    const now = correct(first, { outcome: "failed" }, { ...act, by: "mem_a", taught, reason: "登记串行" });

    expect(now).not.toHaveProperty("certificate");
    expect(now).not.toHaveProperty("grade");
    expect(now.before).toEqual([
      {
        ...{ outcome: "passed", grade: 5, at: act.at, by: "mem_t" },
        corrected: { at: act.at, by: "mem_a", reason: "登记串行" },
      },
    ]);
    expect(() => correct(now, { outcome: "failed" }, { ...act, taught, reason: "再改" })).toThrow(
      expect.objectContaining({ code: "result.unchanged" }),
    );
  });
});

const result = (until: string | undefined, outcome: Info["outcome"] = "passed") => ({
  outcome,
  certificate: { skill: "急救", from: "2026-01-01", ...(until === undefined ? {} : { until }) },
});
const member = (until?: string | null) => ({
  skills: until === null ? [] : ["英语", "急救"],
  ...(until ? { skillsUntil: { 急救: until } } : {}),
});
const after = (until: string | null | undefined, results: ReturnType<typeof result>[], instead?: string) =>
  certified(member(until), { skill: "急救", held: heldBy(results, "急救"), instead });

describe("a member's skill", () => {
  it("is added by a certificate, and counts to its last day", () => {
    expect(after(null, [result("2027-01-01")])).toEqual({ skills: ["急救"], skillsUntil: { 急救: "2027-01-01" } });
    expect(after(null, [result(undefined)])).toEqual({ skills: ["急救"] });
  });

  it("counts longer once it was renewed, and never shorter than the roster says", () => {
    expect(after("2027-01-01", [result("2027-01-01"), result("2028-01-01")])?.skillsUntil).toEqual({
      急救: "2028-01-01",
    });
    expect(after("2030-01-01", [result("2028-01-01")])).toBeUndefined();
    expect(after(undefined, [result("2028-01-01")])).toBeUndefined();
  });

  it("goes back to what others give when a certificate is taken back, unless the roster says otherwise", () => {
    expect(after("2028-01-01", [result("2027-01-01")], "2028-01-01")?.skillsUntil).toEqual({ 急救: "2027-01-01" });
    expect(after("2028-01-01", [], "2028-01-01")).toEqual({ skills: ["英语"] });
    expect(after(undefined, [], NEVER)).toEqual({ skills: ["英语"] });
    expect(after("2030-01-01", [], "2028-01-01")).toBeUndefined();
  });

  it("is the latest of all certificates in whatever order they come, and the same when it is done twice", () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((n) => new Date(1.7e12 + n * 864e5).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.array(fc.option(day, { nil: undefined, freq: 8 }), { minLength: 1 }), (ends) => {
        const results = ends.map((until) => result(until));
        const expected = ends.includes(undefined) ? undefined : ends.toSorted().at(-1);
        let person: { skills: string[]; skillsUntil?: Record<string, string> } = { skills: [] };
        for (let count = 1; count <= results.length; count += 1)
          person = certified(person, { skill: "急救", held: heldBy(results.slice(0, count), "急救") }) ?? person;

        expect(person.skillsUntil?.急救).toBe(expected);
        expect(certified(person, { skill: "急救", held: heldBy(results, "急救") })).toBeUndefined();
      }),
    );
  });
});
