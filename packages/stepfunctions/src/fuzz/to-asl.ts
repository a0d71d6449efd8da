import type { Json, JsonObject } from "../lib/json.ts";
import type { Expression, Handling, Step } from "./workflow-model.ts";

const text = (expression: Expression): string => {
  switch (expression.kind) {
    case "number":
      return `${expression.value}`;
    case "input":
      return "$states.input";
    case "variable":
      return `$${expression.name}`;
    case "add":
      return `(${text(expression.left)} + ${text(expression.right)})`;
    case "list":
      throw new Error("a list is a template, not an expression");
  }
};

const template = (expression: Expression): Json =>
  expression.kind === "list" ? expression.items.map(template) : `{% ${text(expression)} %}`;

/** States of a list of steps, with a Succeed at the end, so that every jump ahead has a target. */
export function scopeOf(steps: readonly Step[], prefix = "S"): JsonObject {
  const name = (at: number) => `${prefix}${Math.min(at, steps.length)}`;
  const States: JsonObject = { [name(steps.length)]: { Type: "Succeed" } };
  for (const [at, step] of steps.entries()) {
    const ahead = (count: number) => name(at + count);
    States[name(at)] = { ...stateOf(step, ahead, `${prefix}${at}.`), ...handling(step as Handling, ahead) };
  }
  return { StartAt: name(0), States };
}

function handling({ retry, rescue }: Handling, ahead: (count: number) => string): JsonObject {
  const Retry = retry && [
    { ErrorEquals: retry.errors, MaxAttempts: retry.attempts, IntervalSeconds: retry.seconds, JitterStrategy: "FULL" },
  ];
  const Catch = rescue && [
    {
      ErrorEquals: rescue.errors,
      Next: ahead(rescue.ahead),
      Output: "{% $states.errorOutput.Error %}",
      ...(rescue.assign ? { Assign: { [rescue.assign[0]]: template(rescue.assign[1]) } } : {}),
    },
  ];
  return { ...(Retry ? { Retry } : {}), ...(Catch ? { Catch } : {}) };
}

function stateOf(step: Step, ahead: (count: number) => string, prefix: string): JsonObject {
  const Next = ahead(1);
  switch (step.kind) {
    case "pass": {
      const Assign = step.assign && { [step.assign[0]]: template(step.assign[1]) };
      return {
        Type: "Pass",
        Next,
        ...(Assign ? { Assign } : {}),
        ...(step.output ? { Output: template(step.output) } : {}),
      };
    }
    case "wait":
      return { Type: "Wait", Seconds: step.seconds, Next };
    case "choice":
      return {
        Type: "Choice",
        Choices: [{ Condition: `{% ${text(step.left)} > ${step.over} %}`, Next: ahead(step.ahead) }],
        Default: Next,
      };
    case "fail":
      return { Type: "Fail", Error: step.error };
    case "task":
      return task(step, Next);
    case "parallel":
      return { Type: "Parallel", Branches: step.branches.map((each, at) => scopeOf(each, `${prefix}${at}-`)), Next };
    case "map": {
      const mode = step.distributed ? { ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" } } : {};
      return {
        Type: "Map",
        Items: template(step.items),
        MaxConcurrency: step.concurrency,
        ItemProcessor: { ...scopeOf(step.body, `${prefix}m-`), ...mode },
        Next,
      };
    }
  }
}

function task(step: Step & { kind: "task" }, Next: string): JsonObject {
  const arn = `arn:aws:lambda:us-east-1:000000000000:function:${step.fn}`;
  const result = step.by === "invoke" ? "$states.result.Payload" : "$states.result";
  const more = {
    Output: `{% ${result} %}`,
    Next,
    ...(step.assign === undefined ? {} : { Assign: { [step.assign]: `{% ${result} %}` } }),
  };
  const Payload = template(step.payload);
  if (step.by === "function") return { Type: "Task", Resource: arn, Arguments: Payload, ...more };
  if (step.by === "invoke")
    return {
      Type: "Task",
      Resource: "arn:aws:states:::lambda:invoke",
      Arguments: { FunctionName: arn, Payload },
      ...more,
    };
  const wrapped = { token: "{% $states.context.Task.Token %}", fn: step.fn, payload: Payload };
  return {
    Type: "Task",
    Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
    Arguments: { FunctionName: "answer", Payload: wrapped },
    ...more,
  };
}
