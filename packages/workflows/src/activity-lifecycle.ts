import { Duration } from "aws-cdk-lib";
import {
  Choice,
  Condition,
  Fail,
  Succeed,
  TaskInput,
  type TaskStateBase,
  Timeout,
} from "aws-cdk-lib/aws-stepfunctions";
import { LambdaInvoke } from "aws-cdk-lib/aws-stepfunctions-tasks";
import { again, CORRELATION, correlated, retried, stage } from "./lib/stage.ts";
import { workflow } from "./lib/workflow.ts";

type Task = "Propose" | "Recruit" | "Cover" | "Execute" | "Archive" | "Survey" | "Award";

/**
 * One activity from proposal to points. Each stage is one task with a token; people are rows.
 *
 * @source docs/architecture.md, the twelve stage rules
 */
export const activityLifecycle = workflow<Task>("activity-lifecycle", (scope, lambda) => {
  const ended = (outcome: string, id: string) =>
    Succeed.jsonata(scope, id, { outputs: { activityId: "{% $activityId %}", outcome } });
  const done = ended("done", "Done");
  const cancelled = ended("cancelled", "Cancelled");
  const superseded = ended("superseded", "Superseded");
  const stopped = Fail.jsonata(scope, "Stopped", { error: "{% $problem.Error %}", cause: "{% $problem.Cause %}" });

  const gated = (task: Task) => stage(scope, task, { lambdaFunction: lambda(task), ends: "gated" });
  const timed = (task: Task) => stage(scope, task, { lambdaFunction: lambda(task), ends: "timed" });
  const propose = gated("Propose");
  const recruit = timed("Recruit");
  const cover = timed("Cover");
  const execute = timed("Execute");
  const archive = gated("Archive");
  const survey = timed("Survey");
  const award = retried(
    LambdaInvoke.jsonata(scope, "Award", {
      lambdaFunction: lambda("Award"),
      payload: TaskInput.fromObject({
        activityId: "{% $activityId %}",
        generation: "{% $generation %}",
        at: "{% $states.context.State.EnteredTime %}",
        ...correlated,
      }),
      taskTimeout: Timeout.duration(Duration.minutes(15)),
      retryOnServiceExceptions: false,
    }),
  );

  const changed = { ...again, plan: "{% $parse($states.errorOutput.Cause).plan %}" };
  const routed = (task: TaskStateBase, next: TaskStateBase, onTimeout = next) =>
    task
      .addCatch(onTimeout, { errors: ["States.Timeout"], assign: again })
      .addCatch(task, { errors: ["stage.changed"], assign: changed });
  const ending = (task: TaskStateBase) =>
    task
      .addCatch(cancelled, { errors: ["activity.cancelled"] })
      .addCatch(superseded, { errors: ["lifecycle.superseded"] })
      .addCatch(stopped, { errors: ["States.ALL"], assign: { problem: "{% $states.errorOutput %}" } });
  const early = (task: TaskStateBase, before: TaskStateBase) =>
    task.addCatch(before, { errors: ["stage.early"], assign: again });

  ending(routed(propose, recruit, propose)).next(recruit);
  ending(early(routed(recruit, cover), propose)).next(cover);
  ending(early(routed(cover, execute), recruit)).next(execute);
  ending(early(routed(execute, archive), cover)).next(archive);
  ending(early(routed(archive, survey, archive), execute)).next(survey);
  ending(early(routed(survey, award), archive)).next(award);
  ending(early(award, survey)).next(done);

  const assign = {
    activityId: "{% $states.input.activityId %}",
    generation: "{% $states.input.generation %}",
    plan: "{% $states.input.plan %}",
    visit: 0,
    correlation: CORRELATION,
  };
  const begin = Choice.jsonata(scope, "Begin", { assign });
  for (const task of [propose, cover, execute, archive, survey, award])
    begin.when(Condition.jsonata(`{% $states.input.stage = '${task.id}' %}`), task, { assign });
  return begin.otherwise(recruit);
});
