import { compile } from "./compile.ts";
import { type Bindings, type Evaluated, evaluateInline } from "./evaluate-inline.ts";
import { isBounded } from "./is-bounded.ts";
import { evaluateInWorker } from "./worker-pool.ts";

/** Small, so that the main thread is not blocked; what exceeds it is evaluated from the start in a worker. */
const inlineBudget = { steps: 20_000, milliseconds: 40 };

/** Evaluates one expression (without its `{% %}`). It never throws: an error is part of the answer. */
export async function evaluate(source: string, bindings: Bindings): Promise<Evaluated> {
  if (canRunInline(source)) {
    const answer = await evaluateInline(source, bindings, inlineBudget);
    if (answer !== "overBudget") return answer;
  }
  return evaluateInWorker(source, bindings);
}

function canRunInline(source: string): boolean {
  try {
    return isBounded(compile(source));
  } catch {
    return true; // the evaluation reports the syntax error
  }
}
