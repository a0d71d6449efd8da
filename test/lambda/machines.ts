import { join } from "node:path";
import { type Engine, InvocationFailed, openEngine, RawAnswer } from "@yigong/stepfunctions";
import type { Guard } from "@yigong/testing/iam/guard.ts";
import type { Deployment } from "./deployment.ts";
import type { Answer } from "./function-process.ts";
import type { Issued } from "./issued.ts";
import { machineRole } from "./roles.ts";
import { type Invocable, type Invoker, openInvoker } from "./services/lambda.ts";

/** Step Functions and Lambda, which call each other. */
export interface Machines {
  engine: Engine;
  invoker: Invoker;
  /** The engine's ARN of a state machine by that of the deployment. */
  arns: ReadonlyMap<string, string>;
}

/**
 * Opens the deployed state machines on the one-machine engine; each invokes its functions with its own role.
 *
 * @param sandboxes - by physical name; they may come later
 */
export async function openMachines(
  { deployment, dataDir, startAt }: { deployment: Deployment; dataDir: string; startAt: string },
  { guard, issued, sandboxes }: { guard: Guard; issued: Issued; sandboxes: ReadonlyMap<string, Invocable> },
): Promise<Machines> {
  const engine = openEngine({
    path: join(dataDir, "stepfunctions.sqlite"),
    time: { kind: "virtual", startAt },
    invoke: async (name, payload) => {
      const arn = sandboxes.get(name)?.arn ?? name;
      issued.task(payload);
      guard.require(ownerOf(deployment, arn), [{ action: "lambda:InvokeFunction", resource: arn }]);
      return outcomeOf(await invoker.invoke(arn, payload));
    },
  });
  const invoker = openInvoker(sandboxes, engine.now);
  return { engine, invoker, arns: await deployed(engine, deployment) };
}

/** The role of the state machine that names a function; the engine does not say which one called. */
function ownerOf({ machines }: Deployment, arn: string): string {
  for (const [name, { definition }] of machines) if (definition.includes(`"${arn}"`)) return machineRole(name);
  throw new Error(`No state machine names ${arn}.`);
}

/** As the engine takes what Lambda answers. */
function outcomeOf(answer: Answer): RawAnswer {
  if (answer.ok) return new RawAnswer(answer.text, "$LATEST");
  throw new InvocationFailed(answer.error.errorType, JSON.stringify(answer.error));
}

async function deployed(engine: Engine, { machines }: Deployment): Promise<Map<string, string>> {
  const arns = new Map<string, string>();
  const roleArn = "arn:aws:iam::000000000000:role/machine";
  for (const { arn, name, definition } of machines.values()) {
    const created = await engine.call("CreateStateMachine", { name, definition, roleArn });
    arns.set(arn, (created as { stateMachineArn: string }).stateMachineArn);
  }
  return arns;
}

/** Until neither the engine nor Lambda has anything under way. */
export async function quiet({ engine, invoker }: Machines): Promise<void> {
  do {
    await engine.idle();
    await invoker.idle();
    await engine.idle();
  } while (invoker.isBusy());
}
