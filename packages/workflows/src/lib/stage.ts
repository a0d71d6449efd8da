import { Duration, type Stack } from "aws-cdk-lib";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { IntegrationPattern, JitterType, TaskInput, type TaskStateBase, Timeout } from "aws-cdk-lib/aws-stepfunctions";
import { LambdaInvoke } from "aws-cdk-lib/aws-stepfunctions-tasks";

/** Longest wait of one visit: 300 days, below the year that an execution may last. */
const LONGEST_SECONDS = 25_920_000;
/** When nothing is due any more: look again after 30 days. */
const FALLBACK_SECONDS = 2_592_000;

/** Only what may go away by itself is tried again; a refusal is an answer. @source docs/architecture.md rule 10 */
const RETRIED = [
  "Lambda.ServiceException",
  "Lambda.AWSLambdaException",
  "Lambda.SdkClientException",
  "Lambda.ClientExecutionTimeoutException",
  "Lambda.TooManyRequestsException",
  "Lambda.Unknown",
  "Sandbox.Timedout",
  "store.busy",
  "store.unavailable",
  "lifecycle.busy",
];

/** The shared retry policy of all tasks. */
export const retried = <Task extends TaskStateBase>(task: Task): Task => {
  task.addRetry({
    errors: RETRIED,
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
const untilNextDue = (stage: string): string =>
  `{% ($at := $toMillis($states.context.State.EnteredTime); $next := $min($lookup($plan, '${stage}')[$toMillis($) > $at].$toMillis($)); $exists($next) ? $max([30, $min([$ceil(($next - $at) / 1000) + 1, ${LONGEST_SECONDS}])]) : ${FALLBACK_SECONDS}) %}`;

/** What every visit of a stage hands on. */
export const again = { visit: "{% $visit + 1 %}" };

/** One stage of an activity: a single task that waits for its token until the stage is over, changed or cancelled. */
export const stage = (scope: Stack, name: string, lambdaFunction: IFunction): LambdaInvoke =>
  retried(
    LambdaInvoke.jsonata(scope, name, {
      lambdaFunction,
      integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
      payload: TaskInput.fromObject({
        token: "{% $states.context.Task.Token %}",
        at: "{% $states.context.State.EnteredTime %}",
        attempt: "{% $states.context.State.RetryCount %}",
        activityId: "{% $activityId %}",
        generation: "{% $generation %}",
        visit: "{% $visit %}",
        plan: "{% $plan %}",
      }),
      taskTimeout: Timeout.jsonata(untilNextDue(name)),
      retryOnServiceExceptions: false,
      assign: { ...again, plan: "{% $states.result.plan %}" },
    }),
  );
