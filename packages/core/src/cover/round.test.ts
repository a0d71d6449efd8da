import { describe, expect, it } from "vitest";
import { offer } from "./answer.ts";
import { coverer } from "./cover.builder.ts";
import type { Info } from "./cover.ts";
import { openNeed } from "./need.builder.ts";
import { planRound, roundAfter, take } from "./round.ts";

const zone = "Asia/Shanghai";
/** 9:30 on Friday; the shifts begin on Saturday at 13:00 local time. */
const at = "2026-03-06T01:30:00.000Z";
const SAME_DAY_16 = "2026-03-06T08:00:00.000Z";

describe("the next common round", () => {
  it.each([
    ["at midnight", "2026-03-05T16:00:00.000Z", "2026-03-06T02:00:00.000Z"],
    ["an hour before ten", "2026-03-06T01:00:00.000Z", "2026-03-06T02:00:00.000Z"],
    ["less than an hour before ten", "2026-03-06T01:00:00.001Z", SAME_DAY_16],
    ["at ten", "2026-03-06T02:00:00.000Z", SAME_DAY_16],
    ["an hour before four", "2026-03-06T07:00:00.000Z", SAME_DAY_16],
    ["less than an hour before four", "2026-03-06T07:00:00.001Z", "2026-03-07T02:00:00.000Z"],
    ["in the evening", "2026-03-06T12:00:00.000Z", "2026-03-07T02:00:00.000Z"],
  ])("%s", (_, instant, next) => {
    expect(roundAfter(instant, zone)).toBe(next);
  });
});

const one = openNeed("mem_1");
const other = openNeed("mem_11");
const plan = (needs: Info[], coverers: Parameters<typeof planRound>[1], over = {}) =>
  planRound(needs, coverers, { at, zone, ...over });

describe("an offer", () => {
  it.each([
    ["the next round", {}, "2026-03-07T05:00:00.000Z", SAME_DAY_16],
    [
      "the stage's deadline before it",
      { deadline: "2026-03-06T05:00:00.000Z" },
      "2026-03-07T05:00:00.000Z",
      "2026-03-06T05:00:00.000Z",
    ],
    ["no deadline after it", { deadline: "2026-03-06T09:00:00.000Z" }, "2026-03-07T05:00:00.000Z", SAME_DAY_16],
    ["no deadline that has passed", { deadline: "2026-03-06T01:00:00.000Z" }, "2026-03-07T05:00:00.000Z", SAME_DAY_16],
    ["the shift's start before it", {}, "2026-03-06T04:00:00.000Z", "2026-03-06T04:00:00.000Z"],
  ])("expires by %s", (_, over, from, expiresAt) => {
    const { steps, nextAt } = plan([openNeed("mem_1", { from })], [coverer("mem_2")], over);

    expect([...steps.values()]).toEqual([{ kind: "offer", memberId: "mem_2", expiresAt }]);
    expect(nextAt).toBe(SAME_DAY_16);
  });

  it("is made to nobody whose answer is awaited", () => {
    const asked = offer(other, { memberId: "mem_2", at: "2026-03-06T01:00:00.000Z", expiresAt: SAME_DAY_16 });

    expect(plan([one, asked], [coverer("mem_2")])).toEqual({ steps: new Map(), nextAt: SAME_DAY_16 });
  });

  it("goes to the next after silence, who is not asked again", () => {
    const silent = offer(one, { memberId: "mem_2", at: "2026-03-05T10:00:00.000Z", expiresAt: at });
    const step = plan([silent], [coverer("mem_2"), coverer("mem_3")]).steps.get(one.id);

    expect(step).toMatchObject({ kind: "offer", memberId: "mem_3" });
    expect(step && take(silent, step, at)).toMatchObject({
      status: "offered",
      memberId: "mem_3",
      declinedBy: [{ memberId: "mem_2", how: "silence" }],
    });
  });

  it("comes to an unfilled need as soon as somebody is free, unless the deadline closed it", () => {
    const since = "2026-03-05T10:00:00.000Z";
    const unfilled: Info = { ...one, status: "unfilled", reason: "allBusy", since };
    const closed: Info = { ...other, status: "unfilled", reason: "deadline", since };
    const { steps } = plan([unfilled, closed], [coverer("mem_2"), coverer("mem_3")]);

    expect([...steps.keys()]).toEqual([one.id]);
  });
});

describe("nobody covers", () => {
  const gone = (reason: string) => ({ kind: "giveUp", reason });

  it.each([
    ["whose post fits", [coverer("mem_2", { post: "driver" })], "nobodyFit"],
    ["who is free", [coverer("mem_2", { busy: [{ from: one.from, to: one.to }] })], "allBusy"],
    ["at all", [], "nobodyFit"],
  ])("when there is nobody %s", (_, coverers, reason) => {
    expect(plan([one], coverers)).toEqual({ steps: new Map([[one.id, gone(reason)]]), nextAt: undefined });
  });

  it("only when no awaited answer could free somebody", () => {
    const { steps, nextAt } = plan([one, other], [coverer("mem_2")]);

    expect([...steps.values()].map(({ kind }) => kind)).toEqual(["offer"]);
    expect(nextAt).toBe(SAME_DAY_16);
  });

  it("when the one who is asked elsewhere has declined this one", () => {
    const declinedBy = [{ memberId: "mem_2", at, how: "declined" as const }];
    const { steps } = plan([openNeed("mem_1", { declinedBy }), other], [coverer("mem_2")]);

    expect(steps.get(one.id)).toEqual(gone("allDeclined"));
  });

  it("when the shift has begun", () => {
    const begun = openNeed("mem_1", { from: at });

    expect(plan([begun], [coverer("mem_2")]).steps.get(begun.id)).toEqual(gone("shiftBegun"));
  });
});

it("leaves needs alone that are arranged, and asks for no other round", () => {
  const held: Info = { ...one, status: "accepted", memberId: "mem_2", acceptedAt: at };
  const unwanted: Info = { ...other, status: "void", reason: "noOverlap", since: at };

  expect(plan([held, unwanted], [coverer("mem_3")])).toEqual({ steps: new Map(), nextAt: undefined });
});
