import { withCorrelation } from "@yigong/core/lib/correlation.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import type { Around } from "./start.ts";

type Task = (event: unknown) => Promise<unknown>;

/** The correlation that a state handed over, if any. */
const correlationIn = (event: unknown): string | undefined => {
  const { correlation } = (event ?? {}) as { correlation?: unknown };
  return typeof correlation === "string" ? correlation : undefined;
};

/**
 * An error as Step Functions is to see it: its name, which Lambda reports as `errorType` and the workflow catches by.
 *
 * Lambda logs what a handler throws and the execution keeps it, so its message stays here: it may name somebody.
 */
function outward(error: unknown): Error {
  const name = error instanceof Error ? error.name : "Error";
  const told = new Error(error instanceof Refusal ? `Refused: ${name}` : "A mistake of ours; it was logged.");
  told.name = name;
  delete told.stack;
  return told;
}

/** A task as Lambda calls it. */
export const onTask =
  ({ observe, bell }: Around, run: Task): Task =>
  (event) =>
    withCorrelation(correlationIn(event), async () => {
      try {
        const result = await run(event);
        observe.count("TasksDone");
        return result;
      } catch (error) {
        if (error instanceof Refusal) observe.log("info", "task.refused", { code: error.code });
        else observe.fault("task", error);
        throw outward(error);
      } finally {
        await bell.pass();
      }
    });

/** The tasks of a workflow as Lambda calls them, by the names of their states. */
export const onTasks = <Tasks extends Record<string, Task>>(around: Around, tasks: Tasks) =>
  Object.fromEntries(Object.entries(tasks).map(([name, run]) => [name, onTask(around, run)])) as {
    [Name in keyof Tasks]: Task;
  };
