import type { Json } from "../lib/json.ts";
import type { Expression, Handling, Step } from "./workflow-model.ts";

/** A failed state of the reference interpreter, which is as simple as possible to serve as oracle: recursion and
 * exceptions, no history, no time, no code of the engine. */
export class Failed extends Error {
  override readonly name: string;
  constructor(name: string) {
    super(name);
    this.name = name;
  }
}

/** Branches failed with different errors; which error wins depends on time, which is not modelled. */
export class Ambiguous extends Error {}

const queryError = () => new Failed("States.QueryEvaluationError");
type Variables = Readonly<Record<string, Json>>;

export const functions: Record<string, (value: Json, attempt: number) => Json> = {
  same: (value) => value,
  odd: (value) => {
    if (typeof value === "number" && value % 2 !== 0) throw new Failed("odd");
    return value;
  },
  flaky: (value, attempt) => {
    if (attempt < 2) throw new Failed("busy");
    return value;
  },
};

function evaluate(expression: Expression, input: Json, variables: Variables): Json {
  switch (expression.kind) {
    case "number":
      return expression.value;
    case "input":
      return input;
    case "variable": {
      const value = variables[expression.name];
      if (value === undefined) throw queryError();
      return value;
    }
    case "add": {
      const left = evaluate(expression.left, input, variables);
      const right = evaluate(expression.right, input, variables);
      if (typeof left !== "number" || typeof right !== "number") throw queryError();
      return left + right;
    }
    case "list":
      return expression.items.map((item) => evaluate(item, input, variables));
  }
}

const matches = (names: readonly string[], error: string) => names.includes(error) || names.includes("States.ALL");

/** Runs steps to their end. */
export function interpret(steps: readonly Step[], given: Json, outer: Variables): Json {
  let input = given;
  let variables = outer;
  for (let at = 0; at < steps.length; ) {
    const step = steps[at];
    if (!step) break;
    const seen = variables;
    const before = input;
    try {
      const done = retried(step, before, seen);
      input = done.output;
      variables = { ...seen, ...done.assigned };
      at += done.ahead ?? 1;
    } catch (error) {
      const rescue = "rescue" in step ? step.rescue : undefined;
      if (!(error instanceof Failed) || !rescue || !matches(rescue.errors, error.name)) throw error;
      if (rescue.assign) variables = { ...seen, [rescue.assign[0]]: evaluate(rescue.assign[1], before, seen) };
      input = error.name;
      at += rescue.ahead;
    }
  }
  return input;
}

interface Done {
  output: Json;
  assigned?: Variables;
  ahead?: number;
}

function retried(step: Step, input: Json, variables: Variables): Done {
  const { retry } = step as Handling;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return once(step, input, variables, attempt);
    } catch (error) {
      if (!(error instanceof Failed) || !retry || !matches(retry.errors, error.name) || attempt >= retry.attempts)
        throw error;
    }
  }
}

function once(step: Step, input: Json, variables: Variables, attempt: number): Done {
  switch (step.kind) {
    case "wait":
      return { output: input };
    case "fail":
      throw new Failed(step.error);
    case "pass": {
      const assigned = step.assign && { [step.assign[0]]: evaluate(step.assign[1], input, variables) };
      const output = step.output ? evaluate(step.output, input, variables) : input;
      return assigned ? { output, assigned } : { output };
    }
    case "choice": {
      const left = evaluate(step.left, input, variables);
      if (typeof left !== "number") throw queryError();
      return { output: input, ahead: left > step.over ? step.ahead : 1 };
    }
    case "task": {
      const output = functions[step.fn]?.(evaluate(step.payload, input, variables), attempt) ?? null;
      return step.assign === undefined ? { output } : { output, assigned: { [step.assign]: output } };
    }
    case "parallel":
      return { output: runAll(step.branches.map((branch) => () => interpret(branch, input, variables))) };
    case "map": {
      const items = evaluate(step.items, input, variables);
      if (!Array.isArray(items)) throw queryError();
      const iterations = items.map((item) => () => interpret(step.body, item, variables));
      return { output: step.distributed ? runTolerating(iterations) : runAll(iterations) };
    }
  }
}

function runAll(items: readonly (() => Json)[]): Json[] {
  const outputs: Json[] = [];
  const failures = new Set<string>();
  for (const each of items) {
    try {
      outputs.push(each());
    } catch (error) {
      if (!(error instanceof Failed)) throw error;
      failures.add(error.name);
    }
  }
  const [first, ...others] = failures;
  if (others.length > 0) throw new Ambiguous();
  if (first !== undefined) throw new Failed(first);
  return outputs;
}

function runTolerating(items: readonly (() => Json)[]): Json[] {
  try {
    return runAll(items);
  } catch {
    throw new Failed("States.ExceedToleratedFailureThreshold");
  }
}
