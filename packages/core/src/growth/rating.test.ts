import { describe, expect, it } from "vitest";
import * as Programme from "./programme.ts";
import * as Rating from "./rating.ts";

const ZONE = "Asia/Shanghai";
const id = Programme.Id.parse(`prg_${"0".repeat(26)}`);
const writing = Programme.Writing.parse({
  ...{ title: "服务礼仪提升", from: "2026-09-10", until: "2026-10-10", skills: ["接待", "拍照"] },
  ...{ memberIds: ["mem_1", "mem_2"], trainerIds: ["mem_t"] },
});
const programme = Programme.begin(writing, { id, by: "mem_0", at: "2026-09-01T01:00:00.000Z" });
const windows = Programme.windowsOf(programme, ZONE);
const rating = (over: object = {}) => ({
  ...{ programme, windows, memberId: "mem_1", rater: "trainer" as const, phase: "before" as const },
  ...{ by: "mem_t", at: "2026-09-10T01:00:00.000Z", ...over },
});
const refused = (code: string) => expect.objectContaining({ code });

describe("how far somebody is", () => {
  it("is kept with every correction, and the last word holds", () => {
    const first = Rating.rate(undefined, { 接待: 1, 拍照: 0 }, rating());
    const second = Rating.rate(first, { 接待: 2 }, rating({ at: "2026-09-11T01:00:00.000Z" }));

    expect(second.entries.map(({ levels }) => levels)).toEqual([{ 接待: 1, 拍照: 0 }, { 接待: 2 }]);
    expect(Rating.levelsOf(second)).toEqual({ 接待: 2, 拍照: 0 });
  });

  it.each([
    ["of somebody outside the programme", { memberId: "mem_9" }, "growth.not_taking_part"],
    ["by a trainer of themselves", { memberId: "mem_1", by: "mem_1" }, "growth.trainer_own"],
    ["by a deputy of whom it is about", { by: "mem_t", deputyFor: "mem_1" }, "growth.trainer_own"],
    ["before, once two weeks are over", { at: "2026-09-23T16:00:00.000Z" }, "growth.before_over"],
    ["after, before the last day", { phase: "after" }, "growth.after_early"],
    ["after, once two weeks are over", { phase: "after", at: "2026-10-24T16:00:00.000Z" }, "growth.after_over"],
  ])("is not said %s", (_, over, code) => {
    expect(() => Rating.rate(undefined, { 接待: 1 }, rating(over))).toThrow(refused(code));
  });

  it.each([
    ["a skill that the programme has not", { 开车: 1 }, "growth.skill_unknown"],
    ["no skill", {}, "growth.skill_missing"],
  ])("is not said of %s", (_, levels, code) => {
    expect(() => Rating.rate(undefined, levels, rating())).toThrow(refused(code));
  });

  it("is no level but 0 to 4, and no mark but 1 to 5", () => {
    expect([-1, 5, 2.5].map((level) => Rating.Levels.safeParse({ 接待: level }).success)).toEqual([
      false,
      false,
      false,
    ]);
    expect([0, 6].map((mark) => Rating.Mark.safeParse(mark).success)).toEqual([false, false]);
  });
});

describe("a mark in an activity", () => {
  const marking = (over: object = {}) => ({
    ...{ programme, windows, memberId: "mem_1", by: "mem_0", attended: true, at: "2026-10-20T01:00:00.000Z" },
    activity: { id: "act_1", startsAt: "2026-10-11T01:00:00.000Z", endsAt: "2026-10-11T04:00:00.000Z" },
    ...over,
  });

  it("may be put right; what was said before stays", () => {
    const first = Rating.mark(undefined, 2, marking());

    expect(Rating.mark(first, 4, marking()).entries.map(({ mark }) => mark)).toEqual([2, 4]);
  });

  it.each([
    ["somebody outside the programme", { memberId: "mem_9" }, "growth.not_taking_part"],
    ["oneself", { by: "mem_1" }, "growth.mark_own"],
    ["who was not there", { attended: false }, "growth.not_there"],
    ["what is not over", { at: "2026-10-11T03:59:59.999Z" }, "growth.activity_running"],
    ["once three months and two weeks are over", { at: "2027-01-23T16:00:00.000Z" }, "growth.marks_over"],
  ])("is not given to %s", (_, over, code) => {
    expect(() => Rating.mark(undefined, 3, marking(over))).toThrow(refused(code));
  });

  it.each(["2026-10-10T15:59:59.999Z", "2027-01-09T16:00:00.000Z"])(
    "is of an activity within three months after the programme, not of one of %s",
    (startsAt) => {
      const activity = { id: "act_1", startsAt, endsAt: startsAt };

      expect(() => Rating.mark(undefined, 3, marking({ activity, at: "2027-01-15T00:00:00.000Z" }))).toThrow(
        refused("growth.activity_outside"),
      );
    },
  );
});

describe("a programme", () => {
  it("keeps days, people and skills from its last day on, so that nobody follows from two results", () => {
    const said = { version: 0, today: "2026-10-10" };
    const fewer = { ...writing, memberIds: ["mem_1"] };

    expect(() => Programme.revise(programme, fewer, said)).toThrow(refused("growth.over"));
    expect(Programme.revise(programme, fewer, { ...said, today: "2026-10-09" }).memberIds).toEqual(["mem_1"]);
    expect(Programme.revise(programme, { ...writing, title: "新名称" }, said).title).toBe("新名称");
  });

  it.each([
    ["ends before it begins", { until: "2026-09-09" }, "growth.days_wrong"],
    ["has a trainer who takes part", { trainerIds: ["mem_1"] }, "growth.trainer_taking_part"],
  ])("is refused when it %s", (_, over, code) => {
    expect(() => Programme.begin({ ...writing, ...over }, { id, by: "mem_0", at: "2026-09-01T01:00:00.000Z" })).toThrow(
      refused(code),
    );
  });
});
