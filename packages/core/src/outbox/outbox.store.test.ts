import { testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { withCorrelation } from "../lib/correlation.ts";
import { dynamoOutbox, type OutboxRows } from "./outbox.store.ts";
import type { Effect } from "./outbox.ts";

let stop: () => Promise<void>;
let rows: OutboxRows;

beforeAll(async () => {
  const opened = await testTable();
  stop = opened.stop;
  rows = dynamoOutbox(opened.table);
});
afterAll(() => stop());

const nudge = (name: string, dueAt: string): Effect => ({
  kind: "lifecycle.nudge",
  id: name,
  dueAt,
  activityId: "act_1",
});
const idsDue = async (at: string) => (await rows.due(at, 100)).map(({ effect }) => effect.id);

it("sends what is due at the very instant, oldest first, and nothing early", async () => {
  const at = "2026-09-01T01:00:00.000Z";
  await rows.add(
    [nudge("now", at), nudge("before", "2026-08-31T00:00:00.000Z"), nudge("later", "2026-09-01T01:00:00.001Z")],
    at,
  );

  expect(await idsDue(at)).toEqual(["before", "now"]);
  expect(await rows.nextDueAt()).toBe("2026-08-31T00:00:00.000Z");

  for (const id of ["before", "now", "later"]) await rows.done(id);
});

it("comes back to a deferred effect at its new instant, and goes on from its cursor", async () => {
  await rows.add([nudge("slow", "2026-09-01T01:00:00.000Z")], "2026-09-01T01:00:00.000Z");
  await rows.advance("slow", "100");
  await rows.defer(nudge("slow", ""), { dueAt: "2026-09-02T00:00:00.000Z", attempts: 1, lastError: "down" });

  expect(await idsDue("2026-09-01T23:59:59.999Z")).toEqual([]);
  expect(await rows.due("2026-09-02T00:00:00.000Z", 1)).toMatchObject([
    { cursor: "100", attempts: 1, lastError: "down" },
  ]);

  await rows.done("slow");
});

it("keeps the correlation that was in force when an effect was written, and none when none was", async () => {
  const at = "2026-09-01T01:00:00.000Z";
  await withCorrelation("req_1", () => rows.add([nudge("asked", at)], at));
  await rows.add([nudge("alone", at)], at);
  await rows.advance("asked", "100");
  await rows.defer(nudge("asked", ""), { dueAt: at, attempts: 1, lastError: "down" });

  expect((await rows.get("asked"))?.correlation).toBe("req_1");
  expect((await rows.get("alone"))?.correlation).toBeUndefined();

  for (const id of ["asked", "alone"]) await rows.done(id);
});

it("says of a row as it is now whether it is still due, and leaves what is gone alone", async () => {
  const at = "2026-09-01T01:00:00.000Z";
  await rows.add([nudge("waits", at), nudge("gone", at)], at);
  await rows.defer(nudge("waits", ""), { dueAt: "2026-09-02T00:00:00.000Z", attempts: 2, lastError: "down" });
  await rows.done("gone");
  await rows.advance("gone", "3");
  await rows.defer(nudge("gone", ""), { dueAt: at, attempts: 1, lastError: "down" });

  expect([await rows.stillDue("waits", at), await rows.stillDue("gone", at)]).toEqual([undefined, undefined]);
  expect(await rows.stillDue("waits", "2026-09-02T00:00:00.000Z")).toMatchObject({ attempts: 2 });
  expect(await rows.get("gone")).toBeUndefined();

  await rows.done("waits");
});
