import { activityLifecycle } from "../../composition/activity-lifecycle.ts";
import { start } from "../start.ts";
import { onTasks } from "../task.ts";

const { useCases, around } = start(process.env);

export const { Propose, Recruit, Cover, Execute, Archive, Survey, Award } = onTasks(
  around,
  activityLifecycle(useCases),
);
