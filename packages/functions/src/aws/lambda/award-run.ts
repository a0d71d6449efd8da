import { awardRun } from "../../composition/award-run.ts";
import { start } from "../start.ts";
import { onTasks } from "../task.ts";

const { useCases, around } = start(process.env);

export const { Freeze, CountShard, Rank, Committee, Notice, Publish } = onTasks(around, awardRun(useCases));
