import type { EngineContext } from "../engine/engine-context.ts";
import { findMachine, type Machine, saveMachine } from "../engine/state-machines.ts";
import { Fault } from "../lib/fault.ts";
import { isObject, type JsonObject } from "../lib/json.ts";
import type { Input } from "./input.ts";

function requireResource(context: EngineContext, input: Input): Machine {
  const arn = input.text("resourceArn");
  const machine = findMachine(context, arn);
  if (!machine) throw new Fault("ResourceNotFound", `Resource not found: '${arn}'`);
  return machine;
}

interface Tag extends JsonObject {
  key: string;
}

function tagsOf(machine: Machine): Tag[] {
  const { tags } = JSON.parse(machine.settings) as { tags?: Tag[] };
  return tags ?? [];
}

function save(context: EngineContext, machine: Machine, tags: Tag[]): JsonObject {
  const settings = JSON.stringify({ ...(JSON.parse(machine.settings) as JsonObject), tags });
  saveMachine(context, { ...machine, settings }, undefined);
  return {};
}

const listOf = (input: Input, name: string): unknown[] => {
  const value = input.raw(name);
  if (Array.isArray(value)) return value;
  throw new Fault("ValidationException", `'${name}' must be a list`);
};

export async function tagResource(context: EngineContext, input: Input): Promise<JsonObject> {
  const machine = requireResource(context, input);
  const added = listOf(input, "tags").filter((tag): tag is Tag => isObject(tag) && typeof tag.key === "string");
  const kept = tagsOf(machine).filter((tag) => !added.some(({ key }) => key === tag.key));
  return save(context, machine, [...kept, ...added]);
}

export async function untagResource(context: EngineContext, input: Input): Promise<JsonObject> {
  const machine = requireResource(context, input);
  const gone = listOf(input, "tagKeys");
  return save(
    context,
    machine,
    tagsOf(machine).filter(({ key }) => !gone.includes(key)),
  );
}

export async function listTagsForResource(context: EngineContext, input: Input): Promise<JsonObject> {
  return { tags: tagsOf(requireResource(context, input)) };
}
