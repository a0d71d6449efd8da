import { readFile } from "node:fs/promises";
import {
  CreateStateMachineCommand,
  ListStateMachinesCommand,
  type SFNClient,
  UpdateStateMachineCommand,
} from "@aws-sdk/client-sfn";
import { definitionHash } from "@yigong/workflows/definition.ts";

const ROLE = "arn:aws:iam::000000000000:role/yigong";

/** Reads a workflow that `npm run build:workflows` has built. */
const definitionOf = (name: string): Promise<string> =>
  readFile(new URL(`../../workflows/dist/${name}.asl.json`, import.meta.url), "utf8");

/** Creates a state machine, or brings it up to date; executions that run keep the definition they began with. @returns its ARN, and a short hash of its definition */
export async function deployStateMachine(sfn: SFNClient, name: string): Promise<{ arn: string; definition: string }> {
  const definition = await definitionOf(name);
  const { stateMachines = [] } = await sfn.send(new ListStateMachinesCommand({}));
  const known = stateMachines.find((machine) => machine.name === name)?.stateMachineArn;
  if (known) {
    await sfn.send(new UpdateStateMachineCommand({ stateMachineArn: known, definition }));
    return { arn: known, definition: definitionHash(definition) };
  }
  const created = await sfn.send(new CreateStateMachineCommand({ name, definition, roleArn: ROLE }));
  if (!created.stateMachineArn) throw new Error(`${name} was created without an ARN.`);
  return { arn: created.stateMachineArn, definition: definitionHash(definition) };
}
