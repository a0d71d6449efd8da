import { start } from "@yigong/application/lifecycle/lifecycle-effects.ts";
import { outcomeOf, STAGES } from "@yigong/core/lifecycle/lifecycle.ts";
import { supersede } from "@yigong/core/lifecycle/move.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DUE, type Started, startActivity } from "./life.ts";
import { openRig, type Rig } from "./rig.ts";

let rig: Rig;
let activity: Started;

beforeEach(async () => {
  rig = await openRig();
  activity = await startActivity(rig);
});
afterEach(() => rig.close());

const HOUR = 3_600_000;
const shifted = (instant: string, milliseconds: number) => new Date(Date.parse(instant) + milliseconds).toISOString();

/** The execution vanishes, as by a mistake in the console. */
const stop = (generation = 1) =>
  rig.engine.call("StopExecution", {
    executionArn: `${rig.stateMachineArn.replace(":stateMachine:", ":execution:")}:${activity.id}-${generation}`,
  });

/** What a change of the state machine or an import asks for. */
const replaceExecution = async (stage: string, of: Started = activity) => {
  const at = rig.now();
  await rig.useCases.lifecycles.change(of.id, at, (row) => {
    const item = supersede(row, { at, definition: "1" });
    return { item, effects: [start(item, stage, at)] };
  });
  await rig.sweep();
};

const finish = async () => {
  await rig.advanceTo("2026-09-13T00:00:00.000Z");
  await activity.close("Archive");
};

const ended = async () => {
  const row = await activity.row();
  const how = STAGES.map((stage) => {
    const outcome = outcomeOf(row, stage);
    return `${stage} ${outcome?.kind} ${outcome?.at}`;
  });
  return { status: row.status, outcomes: how };
};

describe("rule 1: rows are the truth", () => {
  it("lets people go on deciding while no execution is alive, and carries out what they decided", async () => {
    const later = "2026-09-09T10:00:00.000Z";
    await rig.advanceTo("2026-09-02T00:00:00.000Z");
    await stop();
    await activity.extend("Recruit", later);
    await rig.advanceTo("2026-09-10T00:00:00.000Z");
    await finish();

    expect(await ended()).toMatchObject({
      status: "done",
      outcomes: expect.arrayContaining([`Recruit deadline ${later}`, `Execute deadline ${DUE.Execute}`]),
    });
    expect(await activity.history(2)).toMatchObject({ status: "SUCCEEDED" });
  });

  it("never lets an execution that is behind take the row back", async () => {
    const events: unknown[] = [];
    rig.between.task = (call, run) => {
      events.push(call);
      return run();
    };
    const behind = await startActivity(rig);
    await rig.advanceTo("2026-09-09T00:00:00.000Z");
    const before = await behind.row();
    const [recruit] = events as { payload: object }[];
    await rig.app.tasks.Recruit(recruit?.payload);
    await rig.settle();

    const { visitedAt: _, version: __, ...row } = before;
    expect(before.status).toBe("executing");
    expect(await behind.row()).toMatchObject(row);
  });

  it("goes on in a replaced execution where the rows stand, and does nothing twice", async () => {
    const told: string[] = [];
    rig.between.effect = (effect, run) => {
      told.push(effect.id);
      return run();
    };
    const replaced = await startActivity(rig);
    await rig.advanceTo("2026-09-02T00:00:00.000Z");
    await replaceExecution("Recruit", replaced);
    await rig.advanceTo("2026-09-09T00:00:00.000Z");
    await replaceExecution("Recruit", replaced);
    await rig.advanceTo("2026-09-13T00:00:00.000Z");
    await replaced.close("Archive");

    const messages = told.filter((id) => id.startsWith("message.send") && id.includes(replaced.id));
    expect(messages).toHaveLength(5);
    expect(messages).toEqual([...new Set(messages)]);
    expect(await replaced.row()).toMatchObject({ status: "done", generation: 3 });
  });
});

describe("rule 2: generations", () => {
  it("is named by activity and generation, so that a start that is sent twice is one execution", async () => {
    const row = await activity.row();
    const again = start(row, "Recruit", rig.now());
    await rig.useCases.outbox.add([{ ...again, id: "again" }], rig.now());
    await rig.sweep();
    await finish();
    await rig.useCases.outbox.add([{ ...again, id: "much later" }], rig.now());
    await rig.sweep();
    const { executions } = (await rig.engine.call("ListExecutions", { stateMachineArn: rig.stateMachineArn })) as {
      executions: { name: string }[];
    };

    expect(executions.map(({ name }) => name)).toEqual([`${activity.id}-1`]);
    expect(rig.problems).toEqual([]);
    expect(await rig.useCases.outbox.get("again")).toBeUndefined();
    expect(await rig.useCases.outbox.get("much later")).toBeUndefined();
  });

  it("begins at the stage that its input names", async () => {
    await rig.advanceTo("2026-09-09T00:00:00.000Z");
    await stop();
    await rig.advanceTo("2026-09-12T12:00:00.000Z");
    await finish();

    expect((await activity.history(2)).path.slice(0, 2)).toEqual(["Begin", "Execute"]);
  });

  it("turns an older generation away at its next entry, before it does anything", async () => {
    await replaceExecution("Recruit");
    await finish();

    expect((await activity.history(1)).path).toEqual(["Begin", "Recruit", "Cover", "Superseded"]);
    expect((await activity.history(2)).path.at(-1)).toBe("Done");
  });

  it.each([
    ["an hour after a due instant nobody has come by yet", HOUR, []],
    ["more than an hour after it a new execution is given out", HOUR + 1, ["revived"]],
  ])("%s", async (_, late, revived) => {
    await stop();
    await rig.advanceTo(shifted(DUE.Recruit, late - 1));
    await rig.engine.advanceTo(shifted(DUE.Recruit, late));

    expect((await rig.app.jobs.watchdog()).map(() => "revived")).toEqual(revived);
  });

  it("is given out to activities whose execution runs another definition", async () => {
    await rig.useCases.lifecycles.change(activity.id, rig.now(), (row) => ({ item: { ...row, definition: "0" } }));

    expect(await rig.app.jobs.watchdog()).toEqual([activity.id]);
  });

  it("leaves an execution alone that waits for a later deadline", async () => {
    await rig.advanceTo(shifted(DUE.Recruit, -1));

    expect(await rig.app.jobs.watchdog()).toEqual([]);
  });

  it("is replaced after 300 days, well before a year, and the old one ends", async () => {
    const old = shifted("2026-09-01T00:00:00.000Z", 300 * 24 * HOUR);
    await rig.advanceTo("2026-09-13T00:00:00.000Z");
    await rig.engine.advanceTo(old);
    const before = await rig.app.jobs.watchdog();
    await rig.engine.advanceTo(shifted(old, 1));
    const since = await rig.app.jobs.watchdog();
    await rig.sweep();
    await rig.engine.advanceTo(shifted(old, 90 * 24 * HOUR));

    expect([before, since]).toEqual([[], [activity.id]]);
    expect(await activity.row()).toMatchObject({ generation: 2, status: "archiving" });
    expect((await activity.history(1)).path.at(-1)).toBe("Superseded");
  });
});
