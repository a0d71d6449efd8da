import { RETRIED } from "@yigong/core/lib/retried.ts";
import { Duration, type Stack } from "aws-cdk-lib";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { IntegrationPattern, JitterType, TaskInput, type TaskStateBase, Timeout } from "aws-cdk-lib/aws-stepfunctions";
import { LambdaInvoke } from "aws-cdk-lib/aws-stepfunctions-tasks";

/** Longest wait of one visit: 300 days, below the year that an execution may last. */
const LONGEST_SECONDS = 25_920_000;
/**
 * When nothing is due any more. A stage that a person ends is looked at again after 30 days; any other is over by then,
 * which its entry says, and after an hour its time-out says it too.
 */
const FALLBACK_SECONDS = { gated: 2_592_000, timed: 3_600 };

/** Only what may go away by itself is tried again; a refusal is an answer. @source docs/architecture.md rule 10 */
const ERRORS = [
  "Lambda.ServiceException",
  "Lambda.AWSLambdaException",
  "Lambda.SdkClientException",
  "Lambda.ClientExecutionTimeoutException",
  "Lambda.TooManyRequestsException",
  "Lambda.Unknown",
  "Sandbox.Timedout",
  ...RETRIED,
];

/** The shared retry policy of all tasks. */
export const retried = <Task extends TaskStateBase>(task: Task): Task => {
  task.addRetry({
    errors: ERRORS,
    interval: Duration.seconds(1),
    backoffRate: 2,
    maxAttempts: 10,
    maxDelay: Duration.minutes(5),
    jitterStrategy: JitterType.FULL,
  });
  return task;
};

/**
 * Seconds until the next due instant of a stage after the visit began, and one more, so that no timer comes early.
 *
 * It reads the state's entered time and a variable only: the same visit always gets the same timeout.
 * @source docs/architecture.md rule 4
 */
const untilNextDue = (stage: string, fallbackSeconds: number): string =>
  `{% ($at := $toMillis($states.context.State.EnteredTime); $next := $min($lookup($plan, '${stage}')[$toMillis($) > $at].$toMillis($)); $exists($next) ? $max([30, $min([$ceil(($next - $at) / 1000) + 1, ${LONGEST_SECONDS}])]) : ${fallbackSeconds}) %}`;

/**
 * What ties an execution to the request that caused it, for its variables; one that began without goes by its own name.
 *
 * @source docs/architecture.md rule 12
 */
export const CORRELATION =
  "{% $exists($states.input.correlation) ? $states.input.correlation : $states.context.Execution.Name %}";

/** Every task is told it, so that its log can be found by it. */
export const correlated = { correlation: "{% $correlation %}" };

/** What every visit of a stage hands on. */
export const again = { visit: "{% $visit + 1 %}" };

/** What the tasks of an activity are told it is about. */
const ACTIVITY = { activityId: "{% $activityId %}" };

interface StageOptions {
  lambdaFunction: IFunction;
  /** `gated`: by a person alone; `timed`: at the latest by its deadline. */
  ends: keyof typeof FALLBACK_SECONDS;
  /** What it is a stage of, as fields of the payload; an activity when it is left out. */
  about?: Record<string, string>;
}

/** One stage: a single task that waits for its token until the stage is over, changed or cancelled. */
export const stage = (
  scope: Stack,
  name: string,
  { lambdaFunction, ends, about = ACTIVITY }: StageOptions,
): LambdaInvoke =>
  retried(
    LambdaInvoke.jsonata(scope, name, {
      lambdaFunction,
      integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
      payload: TaskInput.fromObject({
        token: "{% $states.context.Task.Token %}",
        at: "{% $states.context.State.EnteredTime %}",
        attempt: "{% $states.context.State.RetryCount %}",
        ...about,
        generation: "{% $generation %}",
        visit: "{% $visit %}",
        plan: "{% $plan %}",
        ...correlated,
      }),
      taskTimeout: Timeout.jsonata(untilNextDue(name, FALLBACK_SECONDS[ends])),
      retryOnServiceExceptions: false,
      assign: { ...again, plan: "{% $states.result.plan %}" },
    }),
  );
