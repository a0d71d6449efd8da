import type { EngineContext } from "../engine/engine-context.ts";
import type { Starter } from "../engine/start-execution.ts";
import type { JsonObject } from "../lib/json.ts";
import { requireJson } from "../lib/require-json.ts";
import { type Input, seconds } from "./input.ts";

export const startExecution =
  (start: Starter) =>
  async (_: EngineContext, input: Input): Promise<JsonObject> => {
    const text = requireJson(input.optional("input") ?? "{}", "InvalidExecutionInput", "State Machine Execution Input");
    const name = input.optional("name");
    const execution = await start({
      machineArn: input.text("stateMachineArn"),
      input: text,
      ...(name === undefined ? {} : { name }),
    });
    return { executionArn: execution.arn, startDate: seconds(execution.startedAt) };
  };
