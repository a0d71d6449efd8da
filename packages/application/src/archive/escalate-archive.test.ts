import type { Activities } from "@yigong/core/activity/activity.store.ts";
import { fresh, PLAN, standingIn } from "@yigong/core/lifecycle/lifecycle.builder.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import type { Info as Lifecycle } from "@yigong/core/lifecycle/lifecycle.ts";
import { cancel, close } from "@yigong/core/lifecycle/move.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import { activity } from "@yigong/core/participation/participation.builder.ts";
import { describe, expect, it } from "vitest";
import { archiveReminder, startReminder, undecidedReminder } from "../lifecycle/stage-reminders.ts";
import { escalateArchive, type RemindDeps, stillTrue } from "./escalate-archive.ts";

const AT = "2026-09-20T00:00:00.000Z";
const { id: activityId } = activity();
const reading = (row: Lifecycle) => ({ lifecycles: { get: async () => row } as Partial<Lifecycles> as Lifecycles });
const cancelled = (row: Lifecycle) => cancel(row, { kind: "requested", at: AT, by: "mem_1", reason: "下雨" });
const messageOf = (effect: Effect) => {
  if (effect.kind !== "message.send") throw new Error("no message");
  return effect;
};

const [recruitUntil = ""] = PLAN.Recruit;
const [serviceUntil = ""] = PLAN.Execute;
const undecided = messageOf(undecidedReminder(activity(), recruitUntil, "2026-09-01T00:00:00.000Z"));
const soon = messageOf(startReminder(activity(), serviceUntil, "2026-09-01T00:00:00.000Z"));
const dueSoon = messageOf(archiveReminder(activity(), fresh().archiveDueAt, "2026-09-12T00:00:00.000Z"));
const extended = { ...fresh(), plan: { ...PLAN, Recruit: ["2026-09-09T10:00:00.000Z"] } };
const closed = close(fresh(), "Recruit", { kind: "closedEarly", at: "2026-09-02T00:00:00.000Z", by: "mem_1" });
const moved = { ...standingIn("Execute"), plan: { ...PLAN, Execute: ["2026-09-13T12:00:00.000Z"] } };
const moreTime = { ...standingIn("Archive"), archiveDueAt: "2026-09-30T10:00:00.000Z" };

describe("a reminder that was written ahead", () => {
  it.each([
    ["to answer, while recruiting goes on", undecided, fresh(), true],
    ["to answer, when recruiting was closed", undecided, closed, false],
    ["to answer, when the stage is past", undecided, standingIn("Cover"), false],
    ["to answer, when the deadline was moved: the new one has its own", undecided, extended, false],
    ["to answer, when the activity was cancelled", undecided, cancelled(fresh()), false],
    ["of the start", soon, standingIn("Execute"), true],
    ["of the start, when that was moved", soon, moved, false],
    ["of the start, when the activity was cancelled", soon, cancelled(standingIn("Execute")), false],
    ["of the archive", dueSoon, standingIn("Archive"), true],
    ["of the archive, when it was filed", dueSoon, standingIn("Survey"), false],
    ["of the archive, when there is more time", dueSoon, moreTime, false],
  ])("is judged when it is sent: %s", async (_, effect, row, sent) => {
    expect(await stillTrue(reading(row), effect)).toBe(sent);
  });

  it("says what holds in any case without a look at the rows", async () => {
    const { only: _, ...always } = undecided;
    const never = { lifecycles: { get: () => Promise.reject(new Error("read")) } as Partial<Lifecycles> as Lifecycles };

    expect(await stillTrue(never, always)).toBe(true);
  });
});

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
