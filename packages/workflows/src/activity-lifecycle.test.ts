import validate from "asl-validator";
import { describe, expect, it } from "vitest";
import { activityLifecycle } from "./activity-lifecycle.ts";
import { awardRun } from "./award-run.ts";

const { definition, statements } = activityLifecycle;
const states = Object.entries(definition.States);
const catchersOf = (state: Record<string, unknown>) => (state.Catch ?? []) as { ErrorEquals: string[]; Next: string }[];
const tasks = states.filter(([, state]) => state.Type === "Task");

describe("the activity's state machine", () => {
  it("is valid Amazon States Language", () => {
    const { isValid, errors } = validate(definition);

    expect({ isValid, errors }).toEqual({ isValid: true, errors: [] });
  });

  it("holds nothing of CDK and no real account", () => {
    const arns = JSON.stringify([definition, statements]).match(/arn:[^"]*/g) ?? [];

    expect(JSON.stringify(definition)).not.toMatch(/Token\[|Fn::|"Ref"/);
    expect(arns.filter((arn) => /:\d{12}:/.test(arn) && !arn.includes(":000000000000:"))).toEqual([]);
  });

  it.each(tasks)("catches everything last in %s", (_, state) => {
    const catchers = catchersOf(state);

    expect(catchers.at(-1)).toMatchObject({ ErrorEquals: ["States.ALL"], Next: "Stopped" });
    expect(catchers.slice(0, -1).flatMap(({ ErrorEquals }) => ErrorEquals)).not.toContain("States.ALL");
  });

  it.each(tasks)("never tries again what is an answer in %s", (_, state) => {
    const retried = ((state.Retry ?? []) as { ErrorEquals: string[] }[]).flatMap(({ ErrorEquals }) => ErrorEquals);

    expect(retried.filter((error) => /^States\.|^stage\.|^activity\.|superseded/.test(error))).toEqual([]);
  });

  it.each([
    ["Propose", "Propose"],
    ["Recruit", "Cover"],
    ["Cover", "Execute"],
    ["Execute", "Archive"],
    ["Archive", "Archive"],
    ["Survey", "Award"],
  ])("goes from the deadline of %s to %s", (name, next) => {
    const timeout = catchersOf(definition.States[name] ?? {}).find(({ ErrorEquals }) =>
      ErrorEquals.includes("States.Timeout"),
    );

    expect(timeout?.Next).toBe(next);
  });
});

/** Every task of a machine, those in a map too. */
function tasksIn(within: Record<string, Record<string, unknown>>): [string, Record<string, unknown>][] {
  return Object.entries(within).flatMap(([name, state]) => {
    if (state.Type === "Task") return [[name, state]];
    const { States = {} } = (state.ItemProcessor ?? {}) as { States?: typeof within };
    return tasksIn(States);
  });
}

describe.each([
  ["activity-lifecycle", activityLifecycle.definition.States, 7],
  ["award-run", awardRun.definition.States, 6],
])("the correlation of %s", (_, all, count) => {
  it("is told to every task", () => {
    const told = tasksIn(all).map(([, { Arguments }]) => (Arguments as { Payload: object }).Payload);

    expect(told).toHaveLength(count);

    for (const payload of told) expect(payload).toHaveProperty("correlation", "{% $correlation %}");
  });

  it("is taken from the input wherever the execution begins, and is its own name when there is none", () => {
    const { Assign, Choices } = all.Begin as { Assign: object; Choices: { Assign: object }[] };

    for (const assigned of [Assign, ...Choices.map((choice) => choice.Assign)])
      expect(assigned).toHaveProperty(
        "correlation",
        "{% $exists($states.input.correlation) ? $states.input.correlation : $states.context.Execution.Name %}",
      );
  });
});
