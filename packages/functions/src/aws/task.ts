import type { Context } from "aws-lambda";
import { type Around, invoked } from "./invoked.ts";

type Task = (event: unknown) => Promise<unknown>;
type OnLambda = (event: unknown, context: Context) => Promise<unknown>;

/** The tasks of a workflow as Lambda calls them, by the names of their states. */
export const onTasks = <Name extends string>(around: Around, tasks: Record<Name, Task>) =>
  Object.fromEntries(Object.entries<Task>(tasks).map(([name, run]) => [name, invoked(around, run)])) as Record<
    Name,
    OnLambda
  >;
