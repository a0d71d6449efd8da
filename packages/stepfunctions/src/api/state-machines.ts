import { randomUUID } from "node:crypto";
import type { EngineContext } from "../engine/engine-context.ts";
import {
  completeDeletion,
  completeDeletions,
  findMachine,
  type Machine,
  requireMachine,
  saveMachine,
} from "../engine/state-machines.ts";
import { machineArn } from "../lib/arn.ts";
import { Fault } from "../lib/fault.ts";
import type { JsonObject } from "../lib/json.ts";
import { requireName } from "../lib/name.ts";
import { prepared } from "../store/prepared-statement.ts";
import { validate } from "../validate/validate.ts";
import { type Input, pageToken, seconds } from "./input.ts";

/** @throws {Fault} InvalidDefinition, its message in AWS's form */
function requireDefinition(text: string): void {
  const validated = validate(text);
  if (!("diagnostics" in validated)) return;
  const all = validated.diagnostics.map(({ code, message, location }) => `${code}: ${message} at ${location}`);
  throw new Fault("InvalidDefinition", `Invalid State Machine Definition: '${all.join(", ")}'`);
}

function requireStandard(input: Input): void {
  const type = input.optional("type") ?? "STANDARD";
  if (type !== "STANDARD") {
    throw new Fault("StateMachineTypeNotSupported", `This engine runs STANDARD workflows only, not ${type}`);
  }
}

const settingNames = ["loggingConfiguration", "tracingConfiguration", "encryptionConfiguration"];

function settingsOf(input: Input): JsonObject {
  const settings: JsonObject = {};
  for (const name of settingNames) {
    const value = input.raw(name);
    if (value !== undefined && value !== null) settings[name] = value;
  }
  return settings;
}

export async function createStateMachine(context: EngineContext, input: Input): Promise<JsonObject> {
  const name = requireName(input.text("name"));
  requireStandard(input);
  if (input.flag("publish", false))
    throw new Fault("ValidationException", "This engine keeps no versions of state machines");
  const definition = input.text("definition");
  requireDefinition(definition);
  const arn = machineArn(name);
  const role = input.text("roleArn");
  const settings = JSON.stringify({ ...settingsOf(input), tags: input.raw("tags") ?? [] });
  const known = findMachine(context, arn);
  if (known && known.status === "ACTIVE") {
    const same =
      context.definitions.text(known.definition) === definition && known.role === role && known.settings === settings;
    if (!same) throw new Fault("StateMachineAlreadyExists", `State Machine Already Exists: '${arn}'`);
    return { stateMachineArn: arn, creationDate: seconds(known.created) };
  }
  if (known) throw new Fault("StateMachineDeleting", `State Machine Deleting: '${arn}'`);
  const now = context.clock.now();
  const machine: Machine = {
    arn,
    name,
    definition: 0,
    role,
    status: "ACTIVE",
    created: now,
    updated: now,
    revision: randomUUID(),
    settings,
  };
  saveMachine(context, machine, definition);
  return { stateMachineArn: arn, creationDate: seconds(now) };
}

export async function updateStateMachine(context: EngineContext, input: Input): Promise<JsonObject> {
  const machine = requireMachine(context, input.text("stateMachineArn"));
  if (machine.status === "DELETING")
    throw new Fault("StateMachineDeleting", `State Machine Deleting: '${machine.arn}'`);
  const definition = input.optional("definition");
  const role = input.optional("roleArn");
  const settings = settingsOf(input);
  if (definition === undefined && role === undefined && Object.keys(settings).length === 0) {
    throw new Fault(
      "MissingRequiredParameter",
      "Either the definition, the role ARN or a configuration must be specified",
    );
  }
  if (definition !== undefined) requireDefinition(definition);
  const updated = context.clock.now();
  const merged = JSON.stringify({ ...(JSON.parse(machine.settings) as JsonObject), ...settings });
  const next = { ...machine, role: role ?? machine.role, updated, revision: randomUUID(), settings: merged };
  saveMachine(context, next, definition);
  return { updateDate: seconds(updated), revisionId: next.revision };
}

export function describeMachine(context: EngineContext, machine: Machine): JsonObject {
  const { tags: _, ...settings } = JSON.parse(machine.settings) as JsonObject;
  return {
    stateMachineArn: machine.arn,
    name: machine.name,
    status: machine.status,
    definition: context.definitions.text(machine.definition),
    roleArn: machine.role,
    type: "STANDARD",
    creationDate: seconds(machine.created),
    revisionId: machine.revision,
    loggingConfiguration: { level: "OFF", includeExecutionData: false },
    tracingConfiguration: { enabled: false },
    ...settings,
  };
}

export async function describeStateMachine(context: EngineContext, input: Input): Promise<JsonObject> {
  const arn = input.text("stateMachineArn");
  return describeMachine(context, requireMachine(context, arn));
}

export async function listStateMachines(context: EngineContext, input: Input): Promise<JsonObject> {
  const limit = input.whole("maxResults", { least: 0, most: 1000, otherwise: 100 }) || 100;
  completeDeletions(context);
  const after = pageToken.read(input.optional("nextToken"), 1)?.[0] ?? "";
  const select = prepared(context.database, "SELECT * FROM machine WHERE arn > ? ORDER BY arn LIMIT ?");
  const rows = select.all(after, limit + 1) as unknown as Machine[];
  const stateMachines = rows.slice(0, limit).map(({ arn, name, created }) => ({
    stateMachineArn: arn,
    name,
    type: "STANDARD",
    creationDate: seconds(created),
  }));
  const last = stateMachines.at(-1);
  return rows.length > limit && last
    ? { stateMachines, nextToken: pageToken.make([last.stateMachineArn]) }
    : { stateMachines };
}

/** Marks a state machine as DELETING: running executions continue, new ones are refused; the last one completes it. */
export async function deleteStateMachine(context: EngineContext, input: Input): Promise<JsonObject> {
  const arn = input.text("stateMachineArn");
  const machine = findMachine(context, arn);
  if (!machine) return {};
  saveMachine(context, { ...machine, status: "DELETING" }, undefined);
  completeDeletion(context, arn);
  return {};
}

export async function validateStateMachineDefinition(_: EngineContext, input: Input): Promise<JsonObject> {
  const validated = validate(input.text("definition"));
  const diagnostics = "diagnostics" in validated ? validated.diagnostics : [];
  const most = input.whole("maxResults", { least: 0, most: 100, otherwise: 100 }) || 100;
  return {
    result: diagnostics.length === 0 ? "OK" : "FAIL",
    diagnostics: diagnostics.slice(0, most).map((each) => ({ ...each })),
    truncated: diagnostics.length > most,
  };
}
