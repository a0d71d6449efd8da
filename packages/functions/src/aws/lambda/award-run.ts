import { awardRun } from "../../composition/award-run.ts";
import { start } from "../start-function.ts";
import { onTasks } from "../task-handlers.ts";

const { useCases, runtime } = start(process.env);

export const { Freeze, CountShard, Rank, Committee, Notice, Publish } = onTasks(runtime, awardRun(useCases));
