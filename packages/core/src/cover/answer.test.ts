import { describe, expect, it } from "vitest";
import { accept, annul, assign, confirm, decline, expire, giveUp, offer, reopen, turnDown } from "./answer.ts";
import { countsOf, doneCovers, type Info, needIdOf } from "./cover.ts";
import { openNeed } from "./need.builder.ts";

const at = "2026-03-06T01:00:00.000Z";
const expiresAt = "2026-03-06T02:00:00.000Z";
const begins = "2026-03-07T05:00:00.000Z";
const open = openNeed();
const offered = offer(open, { memberId: "mem_2", at, expiresAt });
const accepted = accept(offered, { memberId: "mem_2", at });
const confirmed = confirm(accepted, { by: "mem_9", at });
const unfilled = giveUp(open, { reason: "nobodyFit", at });
const cancelled = annul(confirmed, { reason: "activityCancelled", at });
const declined = decline(offered, { memberId: "mem_2", at });

const code = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return "none";
};

describe("accepting", () => {
  it.each<[string, Info, string, string, string]>([
    ["the asked person", offered, "mem_2", at, "none"],
    ["again", accepted, "mem_2", at, "none"],
    ["again, once confirmed", confirmed, "mem_2", at, "none"],
    ["a moment before the time is over", offered, "mem_2", "2026-03-06T01:59:59.999Z", "none"],
    ["when the time is over", offered, "mem_2", expiresAt, "cover.offer_expired"],
    [
      "after silence, when somebody else is asked",
      expire(offered, expiresAt),
      "mem_2",
      expiresAt,
      "cover.offer_expired",
    ],
    ["after a no", declined, "mem_2", at, "cover.declined"],
    ["somebody else", offered, "mem_3", at, "cover.not_offered"],
    ["the participant", offered, "mem_1", at, "cover.participant"],
    ["what is needed no more", cancelled, "mem_2", at, "cover.void"],
    ["what nobody is asked for", unfilled, "mem_2", at, "cover.not_offered"],
  ])("%s", (_, need, memberId, instant, expected) => {
    expect(code(() => accept(need, { memberId, at: instant }))).toBe(expected);
  });
});

describe("declining", () => {
  it.each<[string, Info, string, string]>([
    ["the asked person", offered, "mem_2", "none"],
    ["again", declined, "mem_2", "none"],
    ["a yes that nobody confirmed", accepted, "mem_2", "none"],
    ["a confirmed one", confirmed, "mem_2", "cover.confirmed"],
    ["somebody else's", confirmed, "mem_3", "cover.not_offered"],
    ["what is needed no more", cancelled, "mem_2", "cover.void"],
  ])("%s", (_, need, memberId, expected) => {
    expect(code(() => decline(need, { memberId, at }))).toBe(expected);
  });

  it("asks for somebody else, and keeps who said no, when and why", () => {
    expect(decline(offered, { memberId: "mem_2", at, reason: "家中有事" })).toEqual({
      ...open,
      declinedBy: [{ memberId: "mem_2", at, how: "declined", reason: "家中有事" }],
    });
  });
});

describe("confirming", () => {
  it.each<[string, Info, string, string, string]>([
    ["the head", accepted, "mem_9", at, "none"],
    ["again", confirmed, "mem_9", begins, "none"],
    ["before anybody agreed", offered, "mem_9", at, "cover.not_accepted"],
    ["the coverer", accepted, "mem_2", at, "cover.own_cover"],
    ["once the shift has begun", accepted, "mem_9", begins, "cover.shift_begun"],
    ["what is needed no more", cancelled, "mem_9", at, "cover.void"],
  ])("%s", (_, need, by, instant, expected) => {
    expect(code(() => confirm(need, { by, at: instant }))).toBe(expected);
  });

  it("may be refused, and then the coverer is not asked again but has not declined", () => {
    const turned = turnDown(accepted, { by: "mem_9", at, reason: "尚未培训" });

    expect(turned).toMatchObject({ status: "open", declinedBy: [{ memberId: "mem_2", how: "notConfirmed" }] });
    expect(countsOf([turned])).toEqual({ needs: 1, open: 1, declined: 0, confirmed: 0 });
  });
});

describe("assigning by hand", () => {
  const said = { memberId: "mem_4", by: "mem_9", reason: "与本人说好", at };

  it.each<[string, Info, string]>([
    ["an open need", open, "none"],
    ["one that somebody is asked for", offered, "none"],
    ["one that nobody could fill", unfilled, "none"],
    ["one that somebody agreed to", accepted, "cover.taken"],
    ["a confirmed one", confirmed, "cover.taken"],
    ["what is needed no more", cancelled, "cover.void"],
    ["the participant's own", openNeed("mem_4"), "cover.participant"],
    ["after the shift began", openNeed("mem_1", { from: at }), "cover.shift_begun"],
  ])("%s", (_, need, expected) => {
    expect(code(() => assign(need, said))).toBe(expected);
  });

  it("waits for the head like any other", () => {
    expect(assign(unfilled, said)).toMatchObject({
      status: "accepted",
      assigned: { by: "mem_9", reason: "与本人说好" },
    });
  });
});

describe("the record", () => {
  it("keeps who had agreed when a cover is void", () => {
    expect(cancelled).toMatchObject({ status: "void", former: { memberId: "mem_2", status: "confirmed" } });
    expect(annul(cancelled, { reason: "noOverlap", at: begins })).toBe(cancelled);
  });

  it("keeps everybody who said no when a need is opened again", () => {
    expect(reopen(accept(offer(declined, { memberId: "mem_3", at, expiresAt }), { memberId: "mem_3", at }))).toEqual(
      declined,
    );
  });

  it("takes silence for a no at the instant the offer expired", () => {
    expect(expire(offered, begins)).toMatchObject({
      status: "open",
      declinedBy: [{ memberId: "mem_2", how: "silence", at: expiresAt }],
    });
    expect(expire(offered, at)).toBe(offered);
  });

  it("counts needs that stand, answers that were a no, and confirmed covers; only these earn points", () => {
    const all = [open, confirmed, cancelled, expire(offered, expiresAt), declined];

    expect(countsOf(all)).toEqual({ needs: 4, open: 3, declined: 2, confirmed: 1 });
    expect(doneCovers(all)).toEqual([{ memberId: "mem_2", needId: open.id }]);
  });
});

it("derives a need's id from activity, participant and shift alone", () => {
  const cause = { activityId: "act_1", participantId: "mem_1", shiftId: "shf_1" };
  const others = [{ activityId: "act_2" }, { participantId: "mem_2" }, { shiftId: "shf_2" }];

  expect(needIdOf({ ...cause })).toBe(needIdOf(cause));
  expect(new Set([cause, ...others.map((other) => ({ ...cause, ...other }))].map(needIdOf)).size).toBe(4);
});
