import type { Activities } from "@yigong/core/activity/activity.store.ts";
import { standingIn } from "@yigong/core/lifecycle/lifecycle.builder.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import type { Info as Lifecycle } from "@yigong/core/lifecycle/lifecycle.ts";
import { cancel, close } from "@yigong/core/lifecycle/move.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import { activity } from "@yigong/core/participation/participation.builder.ts";
import { describe, expect, it } from "vitest";
import { escalateArchive, type RemindDeps } from "./escalate-archive.ts";

const AT = "2026-09-20T00:00:00.000Z";
const { id: activityId } = activity();
const reading = (row: Lifecycle) => ({ lifecycles: { get: async () => row } as Partial<Lifecycles> as Lifecycles });
const cancelled = (row: Lifecycle) => cancel(row, { kind: "requested", at: AT, by: "mem_1", reason: "下雨" });
async function escalated(row: Lifecycle, now = AT, round = 1) {
  const added: Effect[] = [];
  const deps = {
    ...reading(row),
    activities: { get: async () => activity() } as Partial<Activities> as Activities,
    outbox: { add: async (effects: readonly Effect[]) => void added.push(...effects) },
    nameOf: async () => "组织者",
    now: () => now,
    zone: "Asia/Shanghai",
  } as unknown as RemindDeps;
  const effect = { kind: "archive.escalate" as const, id: "e", dueAt: now, activityId, round };
  return { handled: await escalateArchive(deps)(effect), added };
}

describe("an archive that is overdue", () => {
  it("is brought up with its organizer and the alliance, and again in a week", async () => {
    const { handled, added } = await escalated(standingIn("Archive"));

    expect(handled).toEqual({ state: "done" });
    expect(added).toMatchObject([
      { kind: "message.send", template: "archive.overdue", to: { who: "organizer" } },
      { kind: "message.send", template: "archive.overdueEscalated", to: { role: "alliance" } },
      { kind: "archive.escalate", round: 2, dueAt: "2026-09-27T00:00:00.000Z" },
    ]);
  });

  it("says the same under the same ids when it is brought up twice, and something new in the next round", async () => {
    const ids = async (round: number) => (await escalated(standingIn("Archive"), AT, round)).added.map(({ id }) => id);

    expect(await ids(1)).toEqual(await ids(1));
    expect(new Set([...(await ids(1)), ...(await ids(2))]).size).toBe(6);
  });

  it.each([
    ["waits until it is due", "2026-09-19T09:59:59.999Z", { state: "later", dueAt: "2026-09-19T10:00:00.000Z" }],
    ["is brought up at that very instant", "2026-09-19T10:00:00.000Z", { state: "done" }],
  ])("%s", async (_, now, handled) => {
    expect((await escalated(standingIn("Archive"), now)).handled).toEqual(handled);
  });

  it.each([
    ["filed", standingIn("Survey")],
    ["decided", close(standingIn("Archive"), "Archive", { kind: "filed", at: AT, by: "mem_1" })],
    ["cancelled", cancelled(standingIn("Archive"))],
  ])("is no matter any more once it is %s", async (_, row) => {
    expect(await escalated(row)).toEqual({ handled: { state: "done" }, added: [] });
  });
});
