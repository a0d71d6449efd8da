import { Duration } from "aws-cdk-lib";
import {
  Choice,
  Condition,
  Fail,
  Map as ForEach,
  ProvideItems,
  Succeed,
  TaskInput,
  type TaskStateBase,
  Timeout,
} from "aws-cdk-lib/aws-stepfunctions";
import { LambdaInvoke } from "aws-cdk-lib/aws-stepfunctions-tasks";
import { again, CORRELATION, correlated, retried, stage } from "./lib/stage.ts";
import { workflow } from "./lib/workflow.ts";

type Task = "Freeze" | "CountShard" | "Rank" | "Committee" | "Notice" | "Publish";

const SHARDS_AT_ONCE = 4;
const ABOUT = { year: "{% $year %}", run: "{% $run %}" };
const CALL = {
  ...ABOUT,
  generation: "{% $generation %}",
  at: "{% $states.context.State.EnteredTime %}",
  ...correlated,
};

/**
 * One run of a year's awards: freeze, count in shards, rank, let the committee decide, take objections, publish.
 *
 * @source docs/awards.md; docs/architecture.md, the twelve stage rules
 */
export const awardRun = workflow<Task>("award-run", (scope, lambda) => {
  const ended = (outcome: string, id: string) => Succeed.jsonata(scope, id, { outputs: { ...ABOUT, outcome } });
  const done = ended("done", "Done");
  const withdrawn = ended("withdrawn", "Withdrawn");
  const superseded = ended("superseded", "Superseded");
  const stopped = Fail.jsonata(scope, "Stopped", { error: "{% $problem.Error %}", cause: "{% $problem.Cause %}" });

  const call = (task: Task, options: { payload?: Record<string, string>; assign?: Record<string, string> } = {}) =>
    retried(
      LambdaInvoke.jsonata(scope, task, {
        lambdaFunction: lambda(task),
        payload: TaskInput.fromObject({ ...CALL, ...options.payload }),
        taskTimeout: Timeout.duration(Duration.minutes(15)),
        retryOnServiceExceptions: false,
        ...(options.assign ? { assign: options.assign } : {}),
      }),
    );
  const waiting = (task: "Committee" | "Notice") =>
    stage(scope, task, { lambdaFunction: lambda(task), ends: "gated", about: ABOUT });

  const freeze = call("Freeze", { assign: { shards: "{% $states.result.Payload.shards %}" } });
  const count = ForEach.jsonata(scope, "Count", {
    items: ProvideItems.jsonata("{% [0..$shards - 1] %}"),
    itemSelector: { shard: "{% $states.context.Map.Item.Value %}" },
    maxConcurrency: SHARDS_AT_ONCE,
    outputs: {},
  });
  count.itemProcessor(call("CountShard", { payload: { shard: "{% $states.input.shard %}" } }));
  const rank = call("Rank");
  const committee = waiting("Committee");
  const notice = waiting("Notice");
  const publish = call("Publish");

  const ending = <State extends TaskStateBase | ForEach>(state: State): State => {
    state.addCatch(withdrawn, { errors: ["award.withdrawn"] });
    state.addCatch(superseded, { errors: ["award.superseded"] });
    state.addCatch(stopped, { errors: ["States.ALL"], assign: { problem: "{% $states.errorOutput %}" } });
    return state;
  };

  committee.addCatch(committee, { errors: ["States.Timeout"], assign: again });
  notice.addCatch(publish, { errors: ["States.Timeout"], assign: again });
  publish.addCatch(notice, { errors: ["stage.early"], assign: again });
  ending(freeze).next(count);
  ending(count).next(rank);
  ending(rank).next(committee);
  ending(committee).next(notice);
  ending(notice).next(publish);
  ending(publish).next(done);

  const assign = {
    year: "{% $states.input.year %}",
    run: "{% $states.input.run %}",
    generation: "{% $states.input.generation %}",
    shards: "{% $states.input.shards %}",
    plan: "{% $states.input.plan %}",
    visit: 0,
    correlation: CORRELATION,
  };
  const begin = Choice.jsonata(scope, "Begin", { assign });
  const places = { Compute: count, Committee: committee, Notice: notice, Publish: publish };
  for (const [name, state] of Object.entries(places))
    begin.when(Condition.jsonata(`{% $states.input.stage = '${name}' %}`), state, { assign });
  return begin.otherwise(freeze);
});
