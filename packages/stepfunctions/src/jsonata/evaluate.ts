import { compile } from "./compile.ts";
import { type Evaluated, evaluateHere, type Sight } from "./evaluate-inline.ts";
import { isTame } from "./is-bounded.ts";
import { apart } from "./worker-pool.ts";

/** A try on the main thread, which must not be held up; what takes longer starts over in a worker. */
const tryBudget = { steps: 20_000, milliseconds: 40 };

/** Evaluates one expression (without its `{% %}`); what goes wrong is part of the answer, it never throws. */
export async function evaluate(source: string, sight: Sight): Promise<Evaluated> {
  if (triable(source)) {
    const answer = await evaluateHere(source, sight, tryBudget);
    if (answer !== "tooMuch") return answer;
  }
  return apart(source, sight);
}

function triable(source: string): boolean {
  try {
    return isTame(compile(source));
  } catch {
    return true; // the evaluation reports the syntax error
  }
}
