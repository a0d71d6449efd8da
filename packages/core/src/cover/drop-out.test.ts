import { describe, expect, it } from "vitest";
import { accept, annul, confirm, dropOut, expire, giveUp, offer } from "./answer.ts";
import { coverer } from "./cover.builder.ts";
import { doneCovers, type Info } from "./cover.ts";
import { openNeed } from "./need.builder.ts";
import { isSought, planRound } from "./round.ts";
import { urgentUntil } from "./urgent.ts";

const zone = "Asia/Shanghai";
/** The shift begins on Saturday at 13:00 local time, 05:00 UTC. */
const FRIDAY = "2026-03-06T01:00:00.000Z";
const MORNING = "2026-03-07T01:00:00.000Z";
const BEGINS = "2026-03-07T05:00:00.000Z";
const reason = "孩子发烧";
const offered = offer(openNeed(), { memberId: "mem_2", at: FRIDAY, expiresAt: BEGINS });
const accepted = accept(offered, { memberId: "mem_2", at: FRIDAY });
const confirmed = confirm(accepted, { by: "mem_9", at: FRIDAY });
const given = dropOut(confirmed, { memberId: "mem_2", at: MORNING, reason });

const code = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return "none";
};

describe("dropping out", () => {
  it.each<[string, Info, string, string, string]>([
    ["whoever is confirmed", confirmed, "mem_2", MORNING, "none"],
    ["a moment before the shift", confirmed, "mem_2", "2026-03-07T04:59:59.999Z", "none"],
    ["who agreed", accepted, "mem_2", MORNING, "none"],
    ["again", given, "mem_2", MORNING, "none"],
    ["when the shift has begun", confirmed, "mem_2", BEGINS, "cover.shift_begun"],
    ["somebody else", confirmed, "mem_3", MORNING, "cover.not_held"],
    ["who is only asked", offered, "mem_2", MORNING, "cover.not_held"],
    [
      "from what is needed no more",
      annul(confirmed, { reason: "noOverlap", at: MORNING }),
      "mem_2",
      MORNING,
      "cover.void",
    ],
  ])("%s", (_, need, memberId, at, expected) => {
    expect(code(() => dropOut(need, { memberId, at, reason }))).toBe(expected);
  });

  it("keeps who, when, why and who put it in; the cover earns nothing", () => {
    expect(dropOut(confirmed, { memberId: "mem_2", by: "mem_9", at: MORNING, reason })).toMatchObject({
      status: "open",
      declinedBy: [{ memberId: "mem_2", at: MORNING, how: "droppedOut", reason, by: "mem_9" }],
    });
    expect(given.declinedBy[0]).not.toHaveProperty("by");
    expect(doneCovers([given])).toEqual([]);
  });
});

describe("a need that was given back", () => {
  it("is offered for twenty minutes, and the next round is then", () => {
    const { steps, nextAt } = planRound([given], [coverer("mem_2"), coverer("mem_3")], { at: MORNING, zone });

    expect([...steps.values()]).toEqual([{ kind: "offer", memberId: "mem_3", expiresAt: "2026-03-07T01:20:00.000Z" }]);
    expect(nextAt).toBe("2026-03-07T01:20:00.000Z");
  });

  it("keeps its end while another need is matched", () => {
    const asked = offer(given, { memberId: "mem_3", at: MORNING, expiresAt: "2026-03-07T01:20:00.000Z" });
    const { nextAt } = planRound([asked, openNeed("mem_11")], [coverer("mem_4")], { at: MORNING, zone });

    expect(nextAt).toBe("2026-03-07T01:20:00.000Z");
  });

  it("ends with the shift's beginning, and by the common rounds while it is a day ahead", () => {
    const late = "2026-03-07T04:50:00.000Z";
    const early = "2026-03-05T23:00:00.000Z";
    const expiryAt = (at: string) => [...planRound([given], [coverer("mem_3")], { at, zone }).steps.values()][0];

    expect(expiryAt(late)).toMatchObject({ expiresAt: BEGINS });
    expect(expiryAt(early)).toMatchObject({ expiresAt: "2026-03-06T02:00:00.000Z" });
  });

  it("is sought although the deadline closed it, until the shift begins", () => {
    const closed = giveUp(given, { reason: "deadline", at: MORNING });

    expect(isSought(closed, MORNING)).toBe(true);
    expect(isSought(closed, BEGINS)).toBe(false);
    expect(isSought(giveUp(openNeed(), { reason: "deadline", at: MORNING }), MORNING)).toBe(false);
  });

  it("is nobody's by silence: the offer ends as any other", () => {
    const asked = offer(given, { memberId: "mem_3", at: MORNING, expiresAt: "2026-03-07T01:20:00.000Z" });

    expect(expire(asked, "2026-03-07T01:20:00.000Z").declinedBy.map(({ how }) => how)).toEqual([
      "droppedOut",
      "silence",
    ]);
  });
});

it.each([
  ["at six", "2026-03-06T22:00:00.000Z", "2026-03-06T22:20:00.000Z"],
  ["a moment before six", "2026-03-06T21:59:59.000Z", "2026-03-06T22:20:00.000Z"],
  ["just before ten in the evening", "2026-03-06T13:59:00.000Z", "2026-03-06T14:19:00.000Z"],
  ["at ten in the evening", "2026-03-06T14:00:00.000Z", "2026-03-06T22:20:00.000Z"],
])("an urgent offer made %s can be answered until the waking hours have had twenty minutes", (_, at, until) => {
  expect(urgentUntil(at, zone)).toBe(until);
});
