import { type Engine, Fault } from "@yigong/stepfunctions";
import type { Guard } from "@yigong/testing/iam/guard.ts";
import type { Wish } from "@yigong/testing/iam/policy.ts";
import { fault, type Service } from "../aws-server.ts";

const TARGET = /^AWSStepFunctions\.(\w+)$/;

/** For answers to tokens AWS knows no resource. */
function wishOf(action: string, { stateMachineArn }: Record<string, unknown>): Wish {
  if (action === "StartExecution") return { action: "states:StartExecution", resource: String(stateMachineArn) };
  if (action === "SendTaskSuccess" || action === "SendTaskFailure")
    return { action: `states:${action}`, resource: "*" };
  throw new Error(`Nobody knows here which permissions ${action} needs.`);
}

/**
 * Step Functions: the engine of one machine behind the guard.
 *
 * @param arns - the engine's ARN of a state machine by that of the deployment
 */
export function statesService({
  guard,
  engine,
  arns,
}: {
  guard: Guard;
  engine: Engine;
  arns: ReadonlyMap<string, string>;
}): Service {
  return async (role, { headers, body }) => {
    const action = TARGET.exec(String(headers["x-amz-target"]))?.[1] ?? "";
    const input = JSON.parse(body.toString("utf8")) as Record<string, unknown>;
    guard.require(role, [wishOf(action, input)]);
    const arn = arns.get(String(input.stateMachineArn));
    try {
      const answer = await engine.call(action, arn === undefined ? input : { ...input, stateMachineArn: arn });
      return {
        status: 200,
        headers: { "content-type": "application/x-amz-json-1.0" },
        body: JSON.stringify(answer),
      };
    } catch (error) {
      if (error instanceof Fault) return fault(400, error.name, error.message);
      throw error;
    }
  };
}
