import { dynamoActivities } from "@yigong/core/activity/activity.store.ts";
import { lapse } from "@yigong/core/lifecycle/lapse.ts";
import { fresh, PLAN, standingIn } from "@yigong/core/lifecycle/lifecycle.builder.ts";
import { dynamoLifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import type { Info as Lifecycle, Stage } from "@yigong/core/lifecycle/lifecycle.ts";
import { cancel, close, prepare } from "@yigong/core/lifecycle/move.ts";
import { dynamoOutbox } from "@yigong/core/outbox/outbox.store.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isForsaken, watchdog } from "./reissue-execution.ts";

const BEGUN = "2026-09-01T00:00:00.000Z";
const after = (instant: string, milliseconds: number) => new Date(Date.parse(instant) + milliseconds).toISOString();
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const [recruitUntil = ""] = PLAN.Recruit;

/** A lifecycle whose execution came by at an instant and did all there was to do. */
const visited = (stage: Stage, visitedAt: string): Lifecycle => prepare({ ...standingIn(stage), visitedAt }, stage);
const closed = close(visited("Recruit", BEGUN), "Recruit", {
  kind: "closedEarly",
  at: "2026-09-03T00:00:00.000Z",
  by: "mem_1",
});
const late = visited("Cover", "2026-09-12T00:00:00.000Z");

describe("an execution has vanished", () => {
  it.each([
    ["when nobody came by since its start was asked for", fresh(), BEGUN],
    ["when nobody came by since the stage's deadline", visited("Recruit", BEGUN), recruitUntil],
    ["when nobody heard of a decision", closed, "2026-09-03T00:00:00.000Z"],
    ["when a stage's entry was never finished", { ...visited("Recruit", BEGUN), prepared: [] }, BEGUN],
    [
      "when a stage that was over at its entry is not left",
      lapse(late, "Cover", "2026-09-12T00:00:00.000Z"),
      "2026-09-12T00:00:00.000Z",
    ],
    ["when points are not posted", { ...standingIn("Award"), visitedAt: BEGUN }, BEGUN],
    [
      "when it is of a generation that nobody saw",
      { ...visited("Recruit", BEGUN), generationAt: "2026-09-02T00:00:00.000Z" },
      "2026-09-02T00:00:00.000Z",
    ],
  ])("%s, an hour after that and no earlier", (_, row, due) => {
    expect(isForsaken(row, after(due, HOUR), "1")).toBe(false);
    expect(isForsaken(row, after(due, HOUR + 1), "1")).toBe(true);
  });

  it.each([
    ["waits for its next deadline", visited("Recruit", BEGUN), after(recruitUntil, -1)],
    [
      "waits for a person, with nothing due any more",
      visited("Archive", "2026-12-12T00:00:00.000Z"),
      "2027-03-01T00:00:00.000Z",
    ],
  ])("is not said of one that %s", (_, row, at) => {
    expect(isForsaken(row, at, "1")).toBe(false);
  });

  it("is old after 300 days, whatever it waits for", () => {
    const waiting = visited("Archive", "2027-06-01T00:00:00.000Z");

    expect(isForsaken(waiting, after(BEGUN, 300 * DAY), "1")).toBe(false);
    expect(isForsaken(waiting, after(BEGUN, 300 * DAY + 1), "1")).toBe(true);
  });

  it("is replaced when it runs another definition", () => {
    expect(isForsaken(visited("Recruit", BEGUN), BEGUN, "2")).toBe(true);
  });

  it("is of no matter once the activity is cancelled", () => {
    const row = cancel(visited("Recruit", BEGUN), { kind: "requested", at: BEGUN, by: "mem_1", reason: "下雨" });

    expect(isForsaken(row, "2028-01-01T00:00:00.000Z", "2")).toBe(false);
  });
});

describe("the watchdog", () => {
  let store: TestTable;
  let serial = 0;
  beforeAll(async () => {
    store = await testTable();
  });
  afterAll(() => store.stop());

  async function watched(row: Lifecycle, now: string) {
    const { table } = store;
    const lifecycles = dynamoLifecycles(table);
    const activities = dynamoActivities(table);
    const id = Sample.activityId(++serial);
    await lifecycles.found({
      activity: { ...Sample.activity(), id },
      lifecycle: { ...row, activityId: id },
      effects: [],
      audit: [],
    });
    const woken: true[] = [];
    const clock = { at: now };
    const run = watchdog({
      activities,
      lifecycles,
      definition: "1",
      now: () => clock.at,
      wake: () => void woken.push(true),
    });
    const started = async (generation: number) => {
      const found = await dynamoOutbox(table).get(`start:${id}:${generation}`);
      return found?.effect.kind === "execution.start" ? JSON.parse(found.effect.input) : undefined;
    };
    const told = async () =>
      (await dynamoOutbox(table).get(`message.send#alarm.lifecycleStopped#${id}.${row.generation}`))?.effect;
    return { id, run, lifecycles, woken, clock, started, told };
  }

  it.each([
    ["in the stage that is open", visited("Recruit", BEGUN), "Recruit"],
    ["after the stage that is over", closed, "Cover"],
  ])("starts the next generation %s", async (_, row, stage) => {
    const { id, run, lifecycles, woken, started } = await watched(row, "2026-10-01T00:00:00.000Z");

    expect(await run()).toContain(id);
    expect(await lifecycles.get(id)).toMatchObject({ generation: 2, generationAt: "2026-10-01T00:00:00.000Z" });
    expect(await started(2)).toEqual({ activityId: id, generation: 2, stage, plan: row.plan });
    expect(woken).toHaveLength(1);
  });

  it("tells an administrator of an execution that is gone, and of none that another definition replaces", async () => {
    const gone = await watched(closed, "2026-10-01T00:00:00.000Z");
    const replaced = await watched({ ...closed, definition: "0" }, "2026-10-01T00:00:00.000Z");
    await gone.run();

    expect(await gone.told()).toMatchObject({
      template: "alarm.lifecycleStopped",
      to: { kind: "role", role: "administrator" },
      params: { code: "execution.gone" },
    });
    expect(await replaced.lifecycles.get(replaced.id)).toMatchObject({ generation: 2 });
    expect(await replaced.told()).toBeUndefined();
  });

  it("gives one execution and not two when it runs twice, or two of it run at once", async () => {
    const { id, run, lifecycles } = await watched(closed, "2026-10-01T00:00:00.000Z");
    const both = Promise.withResolvers<void>();
    const getMany = lifecycles.getMany.bind(lifecycles);
    let looking = 0;
    lifecycles.getMany = async (ids) => {
      const rows = await getMany(ids);
      looking += 1;
      if (looking === 2) both.resolve();
      await both.promise;
      return rows;
    };
    await Promise.all([run(), run()]);
    await run();

    expect((await lifecycles.get(id)).generation).toBe(2);
  });

  it("leaves alone what is well, and wakes nobody for it", async () => {
    const { run, woken, id } = await watched(visited("Recruit", BEGUN), BEGUN);

    expect(await run()).not.toContain(id);
    expect(woken).toEqual([]);
  });
});
