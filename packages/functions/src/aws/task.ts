import type { Bell } from "./invoke.ts";
import { outwardError } from "./outward-error.ts";

type Task = (event: unknown) => Promise<unknown>;

/** A task as Lambda calls it: wakes the outbox once at its end, also when it failed after it wrote. */
const onTask =
  ({ bell }: { bell: Bell }, run: Task): Task =>
  async (event) => {
    try {
      return await run(event);
    } catch (error) {
      throw outwardError(error);
    } finally {
      await bell.pass();
    }
  };

/** The tasks of a workflow as Lambda calls them, by the names of their states. */
export const onTasks = <Name extends string>(around: { bell: Bell }, tasks: Record<Name, Task>) =>
  Object.fromEntries(Object.entries<Task>(tasks).map(([name, run]) => [name, onTask(around, run)])) as Record<
    Name,
    Task
  >;
