import { withCorrelation } from "@yigong/core/lib/correlation.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import { codeOf } from "./describe-error.ts";
import { type Fields, type Observe, since } from "./observe.ts";

type Task = (event: unknown) => Promise<unknown>;

/** What a task is about. Its token and its plan are not for the log. */
const ABOUT = ["activityId", "year", "run", "shard", "generation", "visit", "attempt"] as const;

const given = (event: unknown): Record<string, unknown> =>
  typeof event === "object" && event !== null ? (event as Record<string, unknown>) : {};

const about = (event: unknown): Fields => {
  const payload = given(event);
  const fields = ABOUT.map((name) => [name, payload[name]] as const);
  return Object.fromEntries(
    fields.filter(([, value]) => typeof value === "string" || typeof value === "number"),
  ) as Fields;
};

/** What ties a task to its execution; payloads of the first release have none. */
const correlationIn = (event: unknown): string | undefined => {
  const { correlation } = given(event);
  return typeof correlation === "string" ? correlation : undefined;
};

const observedTask =
  (state: string, task: Task, { log, fault, count }: Observe): Task =>
  (event) =>
    withCorrelation(correlationIn(event), async () => {
      const begun = performance.now();
      const say = (outcome: string) => log("info", "task", { state, ...about(event), ms: since(begun), outcome });
      try {
        const result = await task(event);
        say("done");
        count("TasksDone");
        return result;
      } catch (error) {
        say(codeOf(error));
        if (!(error instanceof Refusal)) {
          fault(`task ${state}`, error);
          count("Faults");
        }
        throw error;
      }
    });

/**
 * Wraps tasks: each call runs under the correlation of its payload and logs its outcome in one line.
 *
 * A refusal is an answer to the execution; anything else is a fault, reported here, where the correlation is known.
 */
export const observedTasks = <Tasks extends Record<string, Task>>(tasks: Tasks, observe: Observe): Tasks =>
  Object.fromEntries(
    Object.entries(tasks).map(([state, task]) => [state, observedTask(state, task, observe)]),
  ) as Tasks;
