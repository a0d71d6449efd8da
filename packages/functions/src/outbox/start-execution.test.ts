import type { SFNClient, StartExecutionCommand } from "@aws-sdk/client-sfn";
import { start } from "@yigong/application/lifecycle/lifecycle-effects.ts";
import { fresh } from "@yigong/core/lifecycle/lifecycle.builder.ts";
import { supersede } from "@yigong/core/lifecycle/move.ts";
import type { EffectOf } from "@yigong/core/outbox/outbox.ts";
import { expect, it } from "vitest";
import { startExecution } from "./start-execution.ts";

const AT = "2026-09-02T00:00:00.000Z";
const stateMachineArn = "arn:aws:states:us-east-1:000000000000:stateMachine:activity-lifecycle";

async function started(row = fresh(), refused?: string) {
  const sent: unknown[] = [];
  const sfn = {
    send: async ({ input }: StartExecutionCommand) => {
      sent.push(input);
      if (refused) throw Object.assign(new Error("refused"), { name: refused });
    },
  } as unknown as SFNClient;
  const effect = start(row, "Recruit", AT) as EffectOf<"execution.start">;
  const handled = startExecution({ sfn, stateMachineArn })(effect);
  return { handled: await handled.catch((error: Error) => error.name), sent, effect };
}

it("names the execution by activity and generation", async () => {
  const { sent } = await started(supersede(fresh(), { at: AT, definition: "1" }));

  expect(sent).toMatchObject([{ stateMachineArn, name: `${fresh().activityId}-2` }]);
});

it("sends exactly the input that the row keeps, so that a second try is the same start", async () => {
  const { sent, effect } = await started();
  const { activityId, generation, plan } = fresh();

  expect(sent).toMatchObject([{ input: effect.input }]);
  expect(JSON.parse(effect.input)).toEqual({ activityId, generation, plan, stage: "Recruit" });
});

it("counts an execution that exists already as started", async () => {
  expect((await started(fresh(), "ExecutionAlreadyExists")).handled).toEqual({ state: "done" });
});

it("leaves any other error to the outbox, which tries again", async () => {
  expect((await started(fresh(), "StateMachineDoesNotExist")).handled).toBe("StateMachineDoesNotExist");
});
