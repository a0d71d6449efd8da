import { activityLifecycle } from "../../composition/activity-lifecycle.ts";
import { start } from "../start-function.ts";
import { onTasks } from "../task-handlers.ts";

const { useCases, runtime } = start(process.env);

export const { Propose, Recruit, Cover, Execute, Archive, Survey, Award } = onTasks(
  runtime,
  activityLifecycle(useCases),
);
