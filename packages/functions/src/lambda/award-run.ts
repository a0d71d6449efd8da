import { start } from "../aws/start.ts";
import { onTasks } from "../aws/task.ts";
import { awardRun } from "../compose/award-run.ts";

const { world, around } = start(process.env);

export const { Freeze, CountShard, Rank, Committee, Notice, Publish } = onTasks(around, awardRun(world));
