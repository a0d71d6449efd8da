import { readFileSync } from "node:fs";
import { definitionHash } from "@yigong/workflows/definition.ts";
import { describe, expect, it } from "vitest";
import { FUNCTIONS, MACHINES, type MachineName } from "../../infra/catalogue.ts";
import { traitsOf } from "../../infra/region.ts";
import type { Stack } from "../../tools/sst-offline/stack.ts";
import { each, stacks } from "./stacks.ts";

const names = Object.keys(MACHINES) as MachineName[];
const all = each.flatMap(([run, stack]) => names.map((name) => [run, name, stack] as const));
const builtText = (name: MachineName): string =>
  readFileSync(new URL(`../../packages/workflows/dist/${MACHINES[name].file}.asl.json`, import.meta.url), "utf8");
const machine = (stack: Stack, name: MachineName) =>
  stack.one("aws:sfn/stateMachine:StateMachine", `${name}Machine`).inputs;

/** The definition with every real ARN put back to the placeholder that the built file has. */
function unlinked(stack: Stack, name: MachineName): unknown {
  let text = String(machine(stack, name).definition);
  for (const task of Object.keys(FUNCTIONS))
    text = text.replaceAll(stack.arnOfLambda(task), `arn:aws:lambda:us-east-1:000000000000:function:${task}`);
  return JSON.parse(text.replaceAll("arn:aws-cn:states:::", "arn:aws:states:::"));
}

describe.each(all)("the state machine, %s %s", (_, name, stack) => {
  it("is the one that was built and that one machine runs", () => {
    expect(unlinked(stack, name)).toEqual(JSON.parse(builtText(name)));
    expect(machine(stack, name).definition).not.toMatch(/000000000000|us-east-1/);
  });

  it("is of the kind that lasts", () => {
    expect(machine(stack, name).type).toBe("STANDARD");
  });

  it("logs every event without its data, in which there are tokens", () => {
    expect(machine(stack, name).loggingConfiguration).toMatchObject({ level: "ALL", includeExecutionData: false });
    expect((machine(stack, name).loggingConfiguration as { logDestination: string }).logDestination).toMatch(
      new RegExp(`log-group:/aws/vendedlogs/states/yigong-${stack.stage}-${MACHINES[name].file}:\\*$`),
    );
  });

  it("traces where there are traces", () => {
    expect(machine(stack, name).tracingConfiguration).toEqual({ enabled: traitsOf(stack.region).traces });
  });

  it("is where the outbox looks for it", () => {
    const physical = String(machine(stack, name).name);

    expect(String(stack.links[name]?.arn)).toBe(
      `arn:${stack.region.startsWith("cn-") ? "aws-cn" : "aws"}:states:${stack.region}:123456789012:stateMachine:${physical}`,
    );
  });
});

describe("the hashes of definitions", () => {
  it("are those of the built files, as on one machine", () => {
    expect(stacks.test.links.Definitions).toMatchObject({
      activityLifecycle: definitionHash(builtText("ActivityLifecycle")),
      awardRun: definitionHash(builtText("AwardRun")),
    });
  });
});
