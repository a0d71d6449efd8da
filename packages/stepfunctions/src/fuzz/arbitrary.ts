import fc from "fast-check";
import { type Expression, errors, type Handling, type Step } from "./workflow-model.ts";

const variable = fc.constantFrom("a", "b", "c");
const atom: fc.Arbitrary<Expression> = fc.oneof(
  fc.record({ kind: fc.constant("number" as const), value: fc.integer({ min: 0, max: 5 }) }),
  fc.constant({ kind: "input" as const }),
  fc.record({ kind: fc.constant("variable" as const), name: variable }),
);
const scalar: fc.Arbitrary<Expression> = fc.oneof(
  { weight: 3, arbitrary: atom },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("add" as const), left: atom, right: atom }) },
);
const list = fc.record({ kind: fc.constant("list" as const), items: fc.array(scalar, { maxLength: 4 }) });
const any: fc.Arbitrary<Expression> = fc.oneof({ weight: 3, arbitrary: scalar }, { weight: 1, arbitrary: list });

const assign = fc.tuple(variable, any);
const names = fc.constantFrom("States.ALL", "States.QueryEvaluationError", ...errors).map((name) => [name]);
const ahead = fc.integer({ min: 1, max: 3 });
const optional = { requiredKeys: [] as [] };
const retry = fc.record({
  errors: names,
  attempts: fc.integer({ min: 0, max: 3 }),
  seconds: fc.integer({ min: 1, max: 9 }),
});
const rescue = fc.oneof(fc.record({ errors: names, ahead }), fc.record({ errors: names, ahead, assign }));
const handling: fc.Arbitrary<Handling> = fc.record({ retry, rescue }, optional);

const pass = fc.record({ kind: fc.constant("pass" as const), assign, output: any }, { requiredKeys: ["kind"] });
const wait = fc.record({ kind: fc.constant("wait" as const), seconds: fc.integer({ min: 0, max: 20 }) });
const choice = fc.record({
  kind: fc.constant("choice" as const),
  left: scalar,
  over: fc.integer({ min: 0, max: 5 }),
  ahead,
});
const fail = fc.record({ kind: fc.constant("fail" as const), error: fc.constantFrom(...errors) });
const call = fc.record(
  {
    kind: fc.constant("task" as const),
    fn: fc.constantFrom("same", "odd", "flaky"),
    by: fc.constantFrom("invoke" as const, "function" as const, "token" as const),
    payload: any,
    assign: variable,
  },
  { requiredKeys: ["kind", "fn", "by", "payload"] },
);
const task = fc.tuple(call, handling).map(([step, more]) => ({ ...step, ...more }));

/** Random workflows, nested at most `depth` deep. */
export function steps(depth: number, maxLength = 5): fc.Arbitrary<Step[]> {
  const flat: fc.Arbitrary<Step>[] = [pass, pass, wait, choice, task, task];
  const ends: fc.Arbitrary<Step> = fail;
  if (depth === 0) return fc.array(fc.oneof(...flat, ...flat, ends), { maxLength });
  const body = steps(depth - 1, 3);
  const parallel = fc
    .tuple(fc.array(body, { minLength: 1, maxLength: 3 }), handling)
    .map(([branches, more]): Step => ({ kind: "parallel", branches, ...more }));
  const map = fc
    .tuple(
      fc.oneof({ weight: 4, arbitrary: list as fc.Arbitrary<Expression> }, { weight: 1, arbitrary: scalar }),
      fc.integer({ min: 0, max: 3 }),
      fc.boolean(),
      body,
      handling,
    )
    .map(
      ([items, concurrency, distributed, each, more]): Step => ({
        kind: "map",
        items,
        concurrency,
        distributed,
        body: each,
        ...more,
      }),
    );
  return fc.array(fc.oneof(...flat, ...flat, ends, parallel, map), { maxLength });
}
