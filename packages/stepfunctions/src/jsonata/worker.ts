import { parentPort } from "node:worker_threads";
import { type Evaluated, evaluateHere, type Sight } from "./evaluate-inline.ts";

export interface Job {
  readonly source: string;
  readonly sight: Sight;
}

/** The answer; a value travels as JSON text, which is cheaper to copy and whose size is known. */
export type Reply = Exclude<Evaluated, { kind: "value" }> | { kind: "text"; text: string };

const budget = { steps: 10_000_000, milliseconds: 2_500 };
const longestText = 16 * 1_048_576;

async function work({ source, sight }: Job): Promise<Reply> {
  const answer = await evaluateHere(source, sight, budget);
  if (answer === "tooMuch") return { kind: "error", message: "The expression takes too long" };
  if (answer.kind !== "value") return answer;
  const text = JSON.stringify(answer.value);
  return text.length > longestText ? { kind: "error", message: "The result is too large" } : { kind: "text", text };
}

parentPort?.on("message", (job: Job) => {
  work(job)
    .catch((error: unknown): Reply => ({ kind: "error", message: String(error) }))
    .then((reply) => parentPort?.postMessage(reply))
    .catch(() => undefined);
});
