import { describe, expect, it } from "vitest";
import { UnitId } from "../organization/organization.ts";
import { member as sample } from "../participation/participation.builder.ts";
import { countExternal, factsOf } from "./facts.ts";
import { decide, enterDraw, Id, offer, putForward, seedOfDraw, type Writing, withdraw } from "./nomination.ts";
import { rank } from "./ranking.ts";

const unit = (number: number) => UnitId.parse(`unit_${String(number).padStart(26, "0")}`);
const zone = "Asia/Shanghai";
const id = Id.parse(`nom_${"1".padStart(26, "0")}`);
const act = { by: "mem_alliance", at: "2026-03-01T01:00:00.000Z" };
const knownFrom = "2026-03-10T13:30:00.000Z";
const later = { ...act, by: "mem_head", at: "2026-03-11T01:00:00.000Z" };
const writing: Writing = {
  ...{ title: "网络安全高级班", organizer: "省通信学会", about: "五天脱产。", departmentId: unit(1), places: 1 },
  ...{ startsOn: "2026-04-01", endsOn: "2026-04-05", requires: { skills: [], postIds: [] } },
  draw: { source: "福彩双色球2026028期开奖号码", knownFrom },
};
const offered = (more: Partial<Writing> = {}) => offer({ ...writing, ...more }, { id, zone, ...act });
const forward = (...scores: [string, number][]) =>
  putForward(
    offered(),
    scores.map(([memberId, score]) => ({ memberId, score })),
    { ...act, version: 0 },
  );
const sheetOf = (held: ReturnType<typeof forward>) =>
  rank(
    held.candidates.map(({ memberId, score }) => ({
      ...{ memberId, score, lacks: { skills: [], post: false }, isVolunteer: memberId !== "mem_c", external: 0 },
    })),
    seedOfDraw(held, zone),
  );
const deciders = { headId: "mem_head", department: "市场部", isAlliance: false };
const code = (expected: string) => expect.objectContaining({ code: expected });
const held = forward(["mem_a", 9_000], ["mem_c", 9_200]);
const deciding = (more: { chosen?: string[]; reason?: string } = {}, on: object = {}, from = held) =>
  decide(from, { chosen: ["mem_a"], version: 0, ...more }, { ...later, sheet: sheetOf(from), deciders, ...on });

describe("an offer of external places", () => {
  it.each([
    ["that ends before it begins", { endsOn: "2026-03-31" }, "nomination.ends_before_begin"],
    ["whose draw is known already", { draw: { ...writing.draw, knownFrom: act.at } }, "nomination.draw_known"],
    [
      "whose draw is known only when the course has begun",
      { draw: { ...writing.draw, knownFrom: "2026-04-01T01:00:00.000Z" } },
      "nomination.draw_known",
    ],
  ])("%s is refused", (_, more, expected) => {
    expect(() => offered(more)).toThrow(code(expected));
  });

  it("takes candidates until its draw can be known, and nobody's own score, nor a deputy's for them", () => {
    const list = [{ memberId: "mem_a", score: 9_000 }];
    const by = (more: object) => () => putForward(offered(), list, { ...act, version: 0, ...more });

    expect(by({ at: knownFrom })).toThrow(code("nomination.closed"));
    expect(by({ by: "mem_a" })).toThrow(code("nomination.own_score"));
    expect(by({ by: "mem_x", deputyFor: "mem_a" })).toThrow(code("nomination.own_score"));
    expect(() => putForward(held, [list[0] ?? []].flat(), { ...act, by: "mem_c", version: 0 })).toThrow(
      code("nomination.own_score"),
    );
  });

  it("keeps who scored somebody first when the list is put forward again", () => {
    const again = putForward(held, [{ memberId: "mem_a", score: 9_000 }], { ...act, by: "mem_head", version: 0 });

    expect(again.candidates).toEqual([{ memberId: "mem_a", score: 9_000, ...act }]);
  });

  it("takes the draw's value once, not before it can be known", () => {
    const drawn = enterDraw(held, { ...later, value: "01 02 03" });

    expect(() => enterDraw(held, { ...act, value: "01" })).toThrow(code("nomination.value_unknown"));
    expect(enterDraw(drawn, { ...later, value: "01 02 03" })).toBe(drawn);
    expect(() => enterDraw(drawn, { ...later, value: "04" })).toThrow(code("nomination.value_entered"));
  });
});

describe("a decision about external places", () => {
  it("by the order takes no reason, and keeps the whole sheet", () => {
    expect(deciding()).toMatchObject({
      state: "decided",
      decision: { chosen: ["mem_a"], byOrder: ["mem_a"], sheet: [{ memberId: "mem_a", aheadBy: "volunteer" }, {}] },
    });
  });

  it("that leaves the order asks for a reason, which is kept; an empty place leaves it too", () => {
    expect(() => deciding({ chosen: ["mem_c"] })).toThrow(code("nomination.reason_due"));
    expect(() => deciding({ chosen: [] })).toThrow(code("nomination.reason_due"));
    expect(deciding({ chosen: ["mem_c"], reason: "岗位急需" })).toMatchObject({
      decision: { chosen: ["mem_c"], reason: "岗位急需" },
    });
  });

  it("is the head's; nobody's who is a candidate or acts for one; the alliance's when the head is one or is not there", () => {
    const alliance = { by: "mem_alliance", deciders: { ...deciders, isAlliance: true } };
    const own = forward(["mem_head", 9_000], ["mem_a", 8_000]);
    const ownHead = { chosen: ["mem_head"] };

    expect(() => deciding({}, alliance)).toThrow(code("nomination.head_decides"));
    expect(() => deciding(ownHead, {}, own)).toThrow(code("nomination.own"));
    expect(() => deciding({}, { by: "mem_x", deputyFor: "mem_a" })).toThrow(code("nomination.own"));
    expect(deciding(ownHead, alliance, own).state).toBe("decided");
    expect(deciding({}, { ...alliance, deciders: { ...alliance.deciders, headId: undefined } }).state).toBe("decided");
  });

  it.each([
    ["before the list closes", {}, { at: act.at }, "nomination.too_early"],
    ["for somebody who is no candidate", { chosen: ["mem_z"] }, {}, "nomination.not_candidate"],
    ["for more than there are places", { chosen: ["mem_a", "mem_c"], reason: "多" }, {}, "nomination.too_many"],
    ["without candidates", {}, { sheet: [] }, "nomination.no_candidates"],
  ])("%s is refused", (_, more, on, expected) => {
    expect(() => deciding(more, on)).toThrow(code(expected));
  });

  it("waits for the draw where it says who gets the last place", () => {
    const equal = forward(["mem_a", 9_000], ["mem_b", 9_100]);
    const drawn = enterDraw(equal, { ...later, value: "01 02 03" });
    const chosen = sheetOf(drawn).flatMap(({ memberId }, at) => (at === 0 ? memberId : []));

    expect(() => deciding({}, {}, equal)).toThrow(code("nomination.draw_due"));
    expect(deciding({ chosen }, {}, drawn).state).toBe("decided");
  });

  it("is made once, and not about what was withdrawn", () => {
    const done = deciding();
    const gone = withdraw(held, { ...act, reason: "停办", version: 0 });
    const again = (from: typeof done) => () => decide(from, { chosen: ["mem_a"], version: 0 }, on);
    const on = { ...later, sheet: sheetOf(held), deciders };

    expect(again(done)).toThrow(code("nomination.decided"));
    expect(again(gone)).toThrow(code("nomination.withdrawn"));
    expect(() => putForward(done, [], { ...act, version: 0 })).toThrow(code("nomination.decided"));
  });
});

describe("what decides about a candidate", () => {
  const member = sample(1, {
    skills: ["急救", "装维"],
    skillsUntil: { 急救: "2026-08-31", 装维: "2026-03-31" },
    volunteerSince: "2020-01-01",
  });
  const look = (more: object, day = "2026-03-01") =>
    factsOf({ ...writing, ...more }, { member, score: 9_000, external: [], day });

  it("names each skill that they have not when the course begins, and a post that is none of those wanted", () => {
    expect(look({ requires: { skills: ["急救", "装维", "驾驶"], postIds: [unit(9)] } }).lacks).toEqual({
      skills: ["装维", "驾驶"],
      post: true,
    });
  });

  it("is a certificate that the course renews and that ends within six months", () => {
    expect(look({ renews: "急救" }).expires).toBe("2026-08-31");
    expect(look({ renews: "急救" }, "2026-02-28").expires).toBeUndefined();
    expect(look({}).expires).toBeUndefined();
  });

  it("counts external classes that share a day once", () => {
    const days = (from: string, to = from) => ({ from, to });

    expect(countExternal([])).toBe(0);
    expect(countExternal([days("2025-03-02"), days("2025-03-01", "2025-03-05"), days("2025-03-06")])).toBe(2);
  });
});
