import { observedTasks } from "../observe/tasks.ts";
import { awardTasks } from "../tasks/award-run/index.ts";
import type { UseCases } from "./use-cases.ts";

/** The tasks of an annual award run, by the names of their states. */
export const awardRun = (w: UseCases) => observedTasks(awardTasks(w.awardDeps), w.observe);
