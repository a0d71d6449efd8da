import { parentPort } from "node:worker_threads";
import { type Bindings, type Evaluated, evaluateInline } from "./evaluate-inline.ts";

export interface Job {
  readonly source: string;
  readonly bindings: Bindings;
}

/** The answer. A value is sent as JSON text, which is cheaper to copy than the object and has a known size. */
export type Reply = Exclude<Evaluated, { kind: "value" }> | { kind: "text"; text: string };

const budget = { steps: 10_000_000, milliseconds: 2_500 };
const longestText = 16 * 1_048_576;

async function run({ source, bindings }: Job): Promise<Reply> {
  const answer = await evaluateInline(source, bindings, budget);
  if (answer === "overBudget") return { kind: "error", message: "The expression takes too long" };
  if (answer.kind !== "value") return answer;
  const text = JSON.stringify(answer.value);
  return text.length > longestText ? { kind: "error", message: "The result is too large" } : { kind: "text", text };
}

parentPort?.on("message", (job: Job) => {
  run(job)
    .catch((error: unknown): Reply => ({ kind: "error", message: String(error) }))
    .then((reply) => parentPort?.postMessage(reply))
    .catch(() => undefined);
});
