import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TrainingPolicy } from "./index.ts";

const AT = "2026-03-01T01:00:00.000Z";
const BY = { by: "mem_1", at: AT };
const first = TrainingPolicy.begin(
  {
    title: "志愿者培训管理办法",
    effectiveOn: "2026-04-01",
    clauses: [
      { heading: "内训", text: "各团队每季度一次。" },
      { heading: "外培", text: "同等条件下志愿者优先。" },
    ],
  },
  { id: TrainingPolicy.Id.parse(`pol_${"0".repeat(26)}`), ...BY },
);
const [one, two] = TrainingPolicy.latest(first).clauses as [TrainingPolicy.Clause, TrainingPolicy.Clause];
const second = TrainingPolicy.issue(
  first,
  {
    effectiveOn: "2026-10-01",
    clauses: [
      { heading: "拓展", text: "每年至少一次。" },
      { ...two, text: "志愿者优先。" },
    ],
  },
  { ...BY, version: 0 },
);
const refused = (code: string) => expect.objectContaining({ code });

describe("the training policy", () => {
  it("holds on each day in one version, and before the first in none", () => {
    const days = ["2026-03-31", "2026-04-01", "2026-09-30", "2026-10-01"];

    expect(days.map((day) => TrainingPolicy.inForce(second, day)?.number)).toEqual([undefined, 1, 1, 2]);
  });

  it("keeps the anchor of a clause that stays, and says what a version adds, words otherwise and drops", () => {
    expect(TrainingPolicy.latest(second).clauses.map(({ anchor }) => anchor)).toEqual(["c3", two.anchor]);
    expect(TrainingPolicy.changesBetween(TrainingPolicy.latest(first), TrainingPolicy.latest(second))).toEqual([
      { anchor: "c3", how: "added" },
      { anchor: two.anchor, how: "changed" },
      { anchor: one.anchor, how: "dropped" },
    ]);
  });

  it("brings a dropped clause back under the anchor that it had", () => {
    const third = TrainingPolicy.issue(
      second,
      { effectiveOn: "2027-01-01", clauses: [one, ...TrainingPolicy.latest(second).clauses] },
      { ...BY, version: 0 },
    );

    expect(TrainingPolicy.latest(third).clauses.map(({ anchor }) => anchor)).toEqual(["c1", "c3", "c2"]);
  });

  it.each([
    ["a version of the same day", { effectiveOn: "2026-04-01", clauses: [one] }, "policy.not_after"],
    [
      "an anchor that nobody gave",
      { effectiveOn: "2026-05-01", clauses: [{ ...one, anchor: "c9" }] },
      "policy.clause_unknown",
    ],
    ["a clause twice", { effectiveOn: "2026-05-01", clauses: [one, one] }, "policy.clause_twice"],
    ["a version that says the same", { effectiveOn: "2026-05-01", clauses: [one, two] }, "policy.unchanged"],
  ])("refuses %s", (_, issued, code) => {
    expect(() => TrainingPolicy.issue(first, issued, { ...BY, version: 0 })).toThrow(refused(code));
  });

  it("refuses a version that was written beside another", () => {
    const issued = { effectiveOn: "2027-01-01", clauses: [one] };

    expect(() => TrainingPolicy.issue({ ...second, version: 1 }, issued, { ...BY, version: 0 })).toThrow(
      refused("edit.changed"),
    );
  });

  it("never gives an anchor to another clause, however often clauses come and go", () => {
    const step = fc.record({ keep: fc.array(fc.boolean(), { maxLength: 8 }), added: fc.integer({ min: 1, max: 3 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        let policy = first;
        let written = 0;
        for (const [index, { keep, added }] of steps.entries()) {
          const kept = TrainingPolicy.latest(policy).clauses.filter((_, at) => keep[at]);
          const fresh = Array.from({ length: added }, () => ({ heading: "新条款", text: `第${++written}条` }));
          const effectiveOn = `${2027 + index}-01-01`;
          policy = TrainingPolicy.issue(policy, { effectiveOn, clauses: [...kept, ...fresh] }, { ...BY, version: 0 });
        }
        const texts = new Map<string, Set<string>>();
        for (const { anchor, text } of policy.versions.flatMap(({ clauses }) => clauses))
          texts.set(anchor, (texts.get(anchor) ?? new Set()).add(text));

        expect([...texts.values()].every((of) => of.size === 1)).toBe(true);
      }),
    );
  });
});
