import { start } from "../aws/start.ts";
import { onTasks } from "../aws/task.ts";
import { activityLifecycle } from "../compose/activity-lifecycle.ts";

const { world, around } = start(process.env);

export const { Propose, Recruit, Cover, Execute, Archive, Survey, Award } = onTasks(around, activityLifecycle(world));
