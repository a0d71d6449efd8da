import type { Json, JsonObject } from "../json.ts";
import { compile } from "./expression.ts";
import { Meter, meterBinding } from "./meter.ts";
import { notJson, plain } from "./plain.ts";

/** What an expression can see: `$states`, the variables, and the instant that `$now()` and `$millis()` give. */
export interface Sight {
  readonly states: JsonObject;
  readonly variables: Readonly<JsonObject>;
  /** Epoch milliseconds. */
  readonly now: number;
}

export type Evaluated =
  | { kind: "value"; value: Json }
  | { kind: "nothing" }
  | { kind: "unsupported" }
  | { kind: "error"; message: string };

/** Evaluates one expression (without its `{% %}`); what goes wrong is part of the answer, it never throws. */
export async function evaluate(source: string, sight: Sight): Promise<Evaluated> {
  try {
    const value = plain(await compile(source).evaluate(undefined, bindings(sight)));
    if (value === undefined) return { kind: "nothing" };
    return value === notJson ? { kind: "unsupported" } : { kind: "value", value };
  } catch (error) {
    return { kind: "error", message: messageOf(error) };
  }
}

function bindings(sight: Sight): Record<string, unknown> {
  return { ...sight.variables, states: sight.states, [meterBinding]: new Meter(sight.now) };
}

/** `CODE: message` as JSONata words it. */
export function messageOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return String(error);
  const { code, message } = error as { code?: unknown; message?: unknown };
  return typeof code === "string" && message !== undefined ? `${code}: ${String(message)}` : String(message ?? error);
}
