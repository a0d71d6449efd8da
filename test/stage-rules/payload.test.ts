import { withCorrelation } from "@yigong/core/lib/correlation.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startActivity } from "./life.ts";
import { builtDefinition, openRig, type Rig, type TaskCall } from "./rig.ts";

let rig: Rig;
beforeEach(async () => {
  rig = await openRig();
});
afterEach(() => rig.close());

/** What tasks of the first release were given: executions that began with it may run for a year. */
const FIRST_STAGE = ["token", "at", "attempt", "activityId", "generation", "visit", "plan"];
const FIRST_AWARD = ["activityId", "generation", "at"];
const STAGES = ["Propose", "Recruit", "Cover", "Execute", "Archive", "Survey"];

const payloadOf = (state: string): Record<string, unknown> => {
  const { Arguments } = builtDefinition().States[state] as { Arguments: { Payload: Record<string, unknown> } };
  return Arguments.Payload;
};

const update = (change: (definition: ReturnType<typeof builtDefinition>) => void) => {
  const definition = builtDefinition();
  change(definition);
  const { stateMachineArn } = rig;
  return rig.engine.call("UpdateStateMachine", { stateMachineArn, definition: JSON.stringify(definition) });
};

const whole = ["Begin", "Recruit", "Cover", "Execute", "Archive", "Survey", "Award", "Done"];

describe("rule 12: a running execution keeps its definition, its functions do not", () => {
  it.each([...STAGES.map((state) => [state, FIRST_STAGE] as const), ["Award", FIRST_AWARD] as const])(
    "takes nothing away from what %s was ever given",
    (state, fields) => {
      expect(Object.keys(payloadOf(state))).toEqual(expect.arrayContaining([...fields]));
    },
  );

  it("asks for nothing that executions of the first release do not give", async () => {
    rig.between.task = async ({ name, payload }) => {
      const fields = name === "Award" ? FIRST_AWARD : FIRST_STAGE;
      const given = Object.fromEntries(Object.entries(payload).filter(([field]) => fields.includes(field)));
      const tasks = rig.app.tasks as Record<string, (event: unknown) => Promise<unknown>>;
      return tasks[name]?.(given);
    };
    const activity = await startActivity(rig);
    await rig.advanceTo("2026-09-13T00:00:00.000Z");
    await activity.close("Archive");

    expect((await activity.history()).path).toEqual(whole);
  });

  it("lets a function be older than the definition: what it does not know is left aside", async () => {
    await update(({ States }) => {
      for (const state of Object.values(States)) {
        const { Payload } = (state.Arguments ?? {}) as { Payload?: Record<string, unknown> };
        if (Payload) Payload.future = { later: ["than", "us"] };
      }
    });
    const activity = await startActivity(rig);
    await rig.advanceTo("2026-09-13T00:00:00.000Z");
    await activity.close("Archive");

    expect((await activity.history()).path).toEqual(whole);
    expect((await activity.row()).status).toBe("done");
  });

  it("tells every task the correlation in the input of its execution, or else the execution's name", async () => {
    const told = new Map<string, Set<unknown>>();
    rig.between.task = async ({ payload }, run) => {
      const { activityId, correlation } = payload as TaskCall["payload"] & { correlation?: unknown };
      told.set(activityId, (told.get(activityId) ?? new Set()).add(correlation));
      return run();
    };
    const asked = await withCorrelation("req_1", () => startActivity(rig));
    const alone = await startActivity(rig);
    await rig.advanceTo("2026-09-13T00:00:00.000Z");
    await asked.close("Archive");
    await alone.close("Archive");

    expect((await asked.history()).path).toEqual(whole);
    expect([...(told.get(asked.id) ?? [])]).toEqual(["req_1"]);
    expect([...(told.get(alone.id) ?? [])]).toEqual([`${alone.id}-1`]);
  });

  it("leaves running executions alone when the definition changes; new ones follow it", async () => {
    const running = await startActivity(rig);
    await update(({ States }) => {
      States.Begin = { Type: "Succeed" };
      States.Execute = { Type: "Succeed" };
    });
    const begun = await startActivity(rig);
    await rig.advanceTo("2026-09-13T00:00:00.000Z");
    await running.close("Archive");

    expect((await running.history()).path).toEqual(whole);
    expect((await begun.history()).path).toEqual(["Begin"]);
  });
});
