import type { Context } from "aws-lambda";
import { onEvent, type Runtime } from "./event-handler.ts";

type Task = (event: unknown) => Promise<unknown>;
type OnLambda = (event: unknown, context: Context) => Promise<unknown>;

/** The tasks of a workflow as Lambda calls them, by the names of their states. */
export const onTasks = <Name extends string>(runtime: Runtime, tasks: Record<Name, Task>) =>
  Object.fromEntries(Object.entries<Task>(tasks).map(([name, run]) => [name, onEvent(runtime, run)])) as Record<
    Name,
    OnLambda
  >;
