import type { Json, JsonObject } from "../lib/json.ts";
import { Meter, meterBinding, OutOfBudget } from "./budget.ts";
import { compile } from "./compile.ts";
import { notJson, plain } from "./to-json.ts";

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

/** Evaluates an expression on this thread; `tooMuch` when the budget did not suffice. It never throws. */
export async function evaluateHere(
  source: string,
  sight: Sight,
  budget: { steps: number; milliseconds: number },
): Promise<Evaluated | "tooMuch"> {
  try {
    const bindings = { ...sight.variables, states: sight.states, [meterBinding]: new Meter(sight.now, budget) };
    const value = plain(await compile(source).evaluate(undefined, bindings));
    if (value === undefined) return { kind: "nothing" };
    return value === notJson ? { kind: "unsupported" } : { kind: "value", value };
  } catch (error) {
    return error instanceof OutOfBudget ? "tooMuch" : { kind: "error", message: messageOf(error) };
  }
}

/** `CODE: message` as JSONata words it. */
export function messageOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return String(error);
  const { code, message } = error as { code?: unknown; message?: unknown };
  return typeof code === "string" && message !== undefined ? `${code}: ${String(message)}` : String(message ?? error);
}
