import { fresh, PLAN, standingIn } from "@yigong/core/lifecycle/lifecycle.builder.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import type { Info as Lifecycle } from "@yigong/core/lifecycle/lifecycle.ts";
import { cancel, close } from "@yigong/core/lifecycle/move.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import { activity, session } from "@yigong/core/participation/participation.builder.ts";
import { describe, expect, it } from "vitest";
import { isStillTrue } from "./is-still-true.ts";
import { archiveReminder, startReminders, undecidedReminder } from "./stage-reminders.ts";

const later = activity({
  sessions: [session(1, { startsAt: "2026-09-13T01:00:00.000Z", endsAt: "2026-09-13T05:00:00.000Z" })],
});
const reading = (row: Lifecycle, now = activity()) => ({
  lifecycles: { get: async () => row },
  activities: { get: async () => now },
});
const cancelled = (row: Lifecycle) =>
  cancel(row, { kind: "requested", at: "2026-09-20T00:00:00.000Z", by: "mem_1", reason: "下雨" });
const messageOf = (effect: Effect) => {
  if (effect.kind !== "message.send") throw new Error("no message");
  return effect;
};

const [recruitUntil = ""] = PLAN.Recruit;
const undecided = messageOf(undecidedReminder(activity(), recruitUntil, "2026-09-01T00:00:00.000Z"));
const [reminder] = startReminders(activity(), "2026-09-01T00:00:00.000Z");
const soon = messageOf(reminder ?? undecided);
const dueSoon = messageOf(archiveReminder(activity(), fresh().archiveDueAt, "2026-09-12T00:00:00.000Z"));
const extended = { ...fresh(), plan: { ...PLAN, Recruit: ["2026-09-09T10:00:00.000Z"] } };
const closed = close(fresh(), "Recruit", { kind: "closedEarly", at: "2026-09-02T00:00:00.000Z", by: "mem_1" });
const moreTime = { ...standingIn("Archive"), archiveDueAt: "2026-09-30T10:00:00.000Z" };

describe("a reminder that was written ahead", () => {
  it.each([
    ["to answer, while recruiting goes on", undecided, fresh(), true],
    ["to answer, when recruiting was closed", undecided, closed, false],
    ["to answer, when the stage is past", undecided, standingIn("Cover"), false],
    ["to answer, when the deadline was moved: the new one has its own", undecided, extended, false],
    ["to answer, when the activity was cancelled", undecided, cancelled(fresh()), false],
    ["of the start", soon, standingIn("Execute"), true],
    ["of the start, when the activity was cancelled", soon, cancelled(standingIn("Execute")), false],
    ["of the archive", dueSoon, standingIn("Archive"), true],
    ["of the archive, when it was filed", dueSoon, standingIn("Survey"), false],
    ["of the archive, when there is more time", dueSoon, moreTime, false],
  ])("is judged when it is sent: %s", async (_, effect, row, sent) => {
    expect(await isStillTrue(reading(row), effect)).toBe(sent);
  });

  it("is about a session as it was planned: once that is moved, the new time has its own", async () => {
    expect(await isStillTrue(reading(standingIn("Execute"), later), soon)).toBe(false);
  });

  it("says what holds in any case without a look at the rows", async () => {
    const { only: _, ...always } = undecided;
    const get: Lifecycles["get"] = () => Promise.reject(new Error("read"));

    expect(await isStillTrue({ ...reading(fresh()), lifecycles: { get } }, always)).toBe(true);
  });
});
