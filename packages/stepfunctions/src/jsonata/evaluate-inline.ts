import type { Json, JsonObject } from "../lib/json.ts";
import { BudgetExceeded, Meter, meterBinding } from "./budget.ts";
import { compile } from "./compile.ts";
import { notJson, toJson } from "./to-json.ts";

/** The values that an expression can refer to: `$states`, the variables, and the instant of `$now()` and `$millis()`. */
export interface Bindings {
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

/** Evaluates an expression on the calling thread; `overBudget` when the budget did not suffice. It never throws. */
export async function evaluateInline(
  source: string,
  bindings: Bindings,
  budget: { steps: number; milliseconds: number },
): Promise<Evaluated | "overBudget"> {
  try {
    const frame = { ...bindings.variables, states: bindings.states, [meterBinding]: new Meter(bindings.now, budget) };
    const value = toJson(await compile(source).evaluate(undefined, frame));
    if (value === undefined) return { kind: "nothing" };
    return value === notJson ? { kind: "unsupported" } : { kind: "value", value };
  } catch (error) {
    return error instanceof BudgetExceeded ? "overBudget" : { kind: "error", message: messageOf(error) };
  }
}

/** `CODE: message`, as JSONata reports errors. */
export function messageOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return String(error);
  const { code, message } = error as { code?: unknown; message?: unknown };
  return typeof code === "string" && message !== undefined ? `${code}: ${String(message)}` : String(message ?? error);
}
