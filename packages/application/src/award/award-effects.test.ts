import { leadOf } from "@yigong/core/message/message.ts";
import type { EffectOf } from "@yigong/core/outbox/outbox.ts";
import { expect, it } from "vitest";
import { committee, tell } from "./award-effects.ts";

const row = { year: 2026, run: 2 };
const about = { row, to: committee, at: "2027-01-31T01:00:00.000Z" };
const pageOf = (effect: unknown) => leadOf(effect as EffectOf<"message.send">)?.page;

it("leads the committee to the run that waits for it, and to the objections to it", () => {
  expect([
    pageOf(tell({ ...about, template: "award.toDecide" }, { open: "0" })),
    pageOf(tell({ ...about, template: "award.stale" }, {})),
    pageOf(tell({ ...about, template: "award.objected" }, { untilAt: about.at })),
    pageOf(tell({ ...about, template: "award.withdrawn" }, { reason: "更正" })),
  ]).toEqual([
    "/m/approvals/award/2026.2",
    "/m/approvals/award/2026.2",
    "/m/approvals/awardObjection/2026.2",
    undefined,
  ]);
});
