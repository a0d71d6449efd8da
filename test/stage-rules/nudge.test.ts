import { start } from "@yigong/application/lifecycle/lifecycle-effects.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import { supersede } from "@yigong/core/lifecycle/move.ts";
import { sendNudge } from "@yigong/functions/outbox/nudge.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Started, startActivity } from "./life.ts";
import { openRig, type Rig } from "./rig.ts";

let rig: Rig;
beforeEach(async () => {
  rig = await openRig();
});
afterEach(() => rig.close());

const replaceExecution = async (activity: Started, stage: string) => {
  await rig.useCases.lifecycles.change(activity.id, rig.now(), (row) => {
    const item = supersede(row, { at: rig.now(), definition: "1" });
    return { item, effects: [start(item, stage, rig.now())] };
  });
  await rig.sweep();
};

const nudgeOf = (activity: Started) => ({
  kind: "lifecycle.nudge" as const,
  id: "nudge",
  dueAt: rig.now(),
  activityId: activity.id,
});

describe("rule 8: a nudge", () => {
  it("reads the token first, so that it never tells a new execution what held for the one before", async () => {
    const activity = await startActivity(rig);
    let reads = 0;
    const onceBetween = async <Row>(read: Promise<Row>): Promise<Row> => {
      const row = await read;
      reads += 1;
      if (reads === 1) await replaceExecution(activity, "Recruit");
      return row;
    };
    const lifecycles: Lifecycles = {
      ...rig.useCases.lifecycles,
      token: (id) => onceBetween(rig.useCases.lifecycles.token(id)),
      get: (id) => onceBetween(rig.useCases.lifecycles.get(id)),
    };
    await sendNudge({ ...rig.useCases, sfn: rig.sfn, lifecycles })(nudgeOf(activity));
    await rig.settle();

    expect(await activity.history(1)).toMatchObject({ status: "SUCCEEDED", path: ["Begin", "Recruit", "Superseded"] });
    expect(await activity.history(2)).toMatchObject({ status: "RUNNING", path: ["Begin", "Recruit"] });
  });

  it("never tells an execution of due instants that were moved again meanwhile", async () => {
    const activity = await startActivity(rig);
    let reads = 0;
    const onceBetween = async <Row>(read: Promise<Row>): Promise<Row> => {
      const row = await read;
      reads += 1;
      if (reads === 1) await activity.extend("Recruit", "2026-09-09T10:00:00.000Z");
      return row;
    };
    const lifecycles: Lifecycles = {
      ...rig.useCases.lifecycles,
      token: (id) => onceBetween(rig.useCases.lifecycles.token(id)),
      get: (id) => onceBetween(rig.useCases.lifecycles.get(id)),
    };
    await sendNudge({ ...rig.useCases, sfn: rig.sfn, lifecycles })(nudgeOf(activity));
    await rig.settle();

    expect((await activity.history()).path).toEqual(["Begin", "Recruit", "Recruit"]);
  });

  it("answers for the stage that the token waits in, not for the one in which the row stands", async () => {
    const activity = await startActivity(rig);
    await rig.advanceTo("2026-09-09T00:00:00.000Z");
    await replaceExecution(activity, "Recruit");

    expect((await activity.row()).status).toBe("executing");
    expect((await activity.history(2)).path).toEqual(["Begin", "Recruit", "Cover", "Execute"]);
  });

  it("has nothing to say to a stage that is open, however far others are", async () => {
    const activity = await startActivity(rig);
    await rig.useCases.outbox.add([nudgeOf(activity)], rig.now());
    await rig.sweep();

    expect((await activity.history()).path).toEqual(["Begin", "Recruit"]);
    expect(await rig.useCases.outbox.get("nudge")).toBeUndefined();
  });

  it("that comes before its stage is done with, and the stage's entry says the same", async () => {
    const early = await openRig({ bell: false });
    const activity = await startActivity(early);
    await activity.close("Recruit");
    const before = await activity.token();
    for (let minutes = 0; minutes < 3; minutes += 1) await early.sweep();

    expect(before).toBeUndefined();
    expect((await activity.history()).path).toEqual(["Begin", "Recruit", "Cover", "Execute"]);
    await early.close();
  });
});

describe("rule 9: a token that is refused", () => {
  it("is answered from the moment its task has started, whatever its function does after", async () => {
    rig.between.task = async ({ name, payload }, run) => {
      await run();
      if (name !== "Recruit") return {};
      const { activityId } = payload;
      const by = { stage: "Recruit", kind: "closedEarly", by: "mem_1" } as const;
      await rig.useCases.decideStage({ activityId, ...by, at: rig.now() });
      await rig.deliver();
      throw new TypeError("too late to matter");
    };
    const activity = await startActivity(rig);

    expect((await activity.history()).path).toEqual(["Begin", "Recruit", "Cover", "Execute"]);
  });

  it("is no error when the stage ended by itself meanwhile: the newer token is tried", async () => {
    const activity = await startActivity(rig);
    const { sfn } = rig;
    const { lifecycles } = rig.useCases;
    const old = await activity.token();
    await activity.extend("Recruit", "2026-09-09T10:00:00.000Z");
    const Recruit = ["2026-09-10T10:00:00.000Z"];
    await lifecycles.change(activity.id, rig.now(), (row) => ({ item: { ...row, plan: { ...row.plan, Recruit } } }));
    let reads = 0;
    const token = async (id: string) => {
      reads += 1;
      return reads === 1 ? old : lifecycles.token(id);
    };
    const nudge = sendNudge({ lifecycles: { ...lifecycles, token }, sfn, now: rig.now });
    const handled = await nudge(nudgeOf(activity));
    const again = await nudge(nudgeOf(activity));
    await rig.settle();

    expect(handled).toEqual({ state: "later", dueAt: rig.now() });
    expect(again).toEqual({ state: "done" });
    expect(await activity.token()).toMatchObject({ visit: 2, plan: { Recruit } });
  });

  it("is asked again for a quarter of an hour and then left to the watchdog, without a report", async () => {
    const activity = await startActivity(rig);
    const executionArn = `${rig.stateMachineArn.replace(":stateMachine:", ":execution:")}:${activity.id}-1`;
    await rig.engine.call("StopExecution", { executionArn });
    await activity.close("Recruit");
    const nudge = `nudge:${activity.id}:${(await activity.row()).version}`;
    await rig.advanceTo("2026-09-01T00:14:59.000Z");
    const kept = await rig.useCases.outbox.get(nudge);
    await rig.advanceTo("2026-09-01T00:15:00.000Z");

    expect(kept).toMatchObject({ attempts: 0 });
    expect(await rig.useCases.outbox.get(nudge)).toBeUndefined();
    expect(rig.problems).toEqual([]);
  });
});
