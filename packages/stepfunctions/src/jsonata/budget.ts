import type jsonata from "jsonata";

type Expression = ReturnType<typeof jsonata>;
interface Frame {
  timestamp: Date;
  lookup(name: string): unknown;
}
interface Native {
  implementation: (this: unknown, ...args: unknown[]) => unknown;
}

export const meterBinding = "\u0000meter";
const maxNesting = 5_000;
const stepsBetweenClockReads = 64;

/** An evaluation used more steps or time than its budget. */
export class BudgetExceeded extends Error {}

/** Counts the cost of one evaluation against its budget. It is a Date, the evaluation's instant, because `timestamp` is
 * the one value that JSONata passes on to each frame. */
export class Meter extends Date {
  steps = 0;
  nesting = 0;
  readonly #until: number;
  readonly #maxSteps: number;

  /** @param at - epoch milliseconds that `$now()` and `$millis()` return
   * @param budget - steps of evaluation and real milliseconds */
  constructor(at: number, budget: { steps: number; milliseconds: number }) {
    super(at);
    this.#maxSteps = budget.steps;
    this.#until = performance.now() + budget.milliseconds;
  }

  step(): void {
    this.steps += 1;
    this.nesting += 1;
    if (this.nesting > maxNesting) throw new Error(`The expression is nested or recurses more than ${maxNesting} deep`);
    const late = this.steps % stepsBetweenClockReads === 0 && performance.now() > this.#until;
    if (late || this.steps > this.#maxSteps) throw new BudgetExceeded("The expression takes too long");
  }
}

/** Adds hooks that stop an expression over its budget, and makes `$now()` and `$millis()` return the engine's time. */
export function addMeter(expression: Expression): void {
  assign(expression, Symbol.for("jsonata.__evaluate_entry"), (_: unknown, __: unknown, frame: Frame) => {
    if (!(frame.timestamp instanceof Meter)) frame.timestamp = frame.lookup(meterBinding) as Meter;
    (frame.timestamp as Meter).step();
  });
  assign(expression, Symbol.for("jsonata.__evaluate_exit"), (_: unknown, __: unknown, frame: Frame) => {
    if (frame.timestamp instanceof Meter) frame.timestamp.nesting -= 1;
  });
  expression.registerFunction("millis", millis, "<:n>");
  expression.registerFunction("now", now, "<s?s?:s>");
}

function assign(expression: Expression, name: symbol, hook: unknown): void {
  (expression.assign as (name: string | symbol, value: unknown) => void)(name, hook);
}

function millis(this: { environment: unknown }): number {
  return (this.environment as Frame).timestamp.getTime();
}

function now(this: { environment: unknown }, picture?: string, timezone?: string): unknown {
  const frame = this.environment as Frame;
  return (frame.lookup("fromMillis") as Native).implementation.call(this, frame.timestamp.getTime(), picture, timezone);
}
