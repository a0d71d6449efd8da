import { TABLE_SHAPES } from "../packages/core/src/lib/table-shape.ts";
import { SCHEDULES } from "../packages/workflows/src/schedules.ts";
import { FUNCTIONS, type FunctionName, MACHINES } from "./catalogue.ts";
import { installation, prefix } from "./deployment.ts";
import { functions } from "./functions.ts";
import { gateway } from "./gateway.ts";
import { JOBS, titled } from "./jobs.ts";
import { alliance, ledger } from "./storage.ts";
import { machines } from "./workflows.ts";

export const alerts = new aws.sns.Topic("Alerts", { name: `${prefix}-alerts` });
new aws.sns.TopicSubscription("AlertsEmail", {
  topic: alerts.arn,
  protocol: "email",
  endpoint: installation.alarmEmail,
});

interface Watch {
  why: string;
  namespace: string;
  metricName: string;
  dimensions: Record<string, $util.Input<string>>;
  statistic?: "Sum" | "Maximum";
  periodSeconds?: number;
  periods?: number;
  above?: number;
}

/** Alarms as soon as the metric is above a threshold; no data is good news. */
function watch(
  name: string,
  { why, statistic = "Sum", periodSeconds = 300, periods = 1, above = 0, ...metric }: Watch,
) {
  new aws.cloudwatch.MetricAlarm(name, {
    ...metric,
    alarmDescription: why,
    statistic,
    period: periodSeconds,
    evaluationPeriods: periods,
    threshold: above,
    comparisonOperator: "GreaterThanThreshold",
    treatMissingData: "notBreaching",
    alarmActions: [alerts.arn],
  });
}

/** A task ends some of its runs by an error that its machine catches, such as `stage.early`; many at once are none of these. */
const isTask = (name: FunctionName) =>
  Object.values(MACHINES).some(({ tasks }) => (tasks as readonly string[]).includes(name));

for (const name of Object.keys(FUNCTIONS) as FunctionName[]) {
  const dimensions = { FunctionName: functions[name].name };
  const lambda = { namespace: "AWS/Lambda", dimensions };
  const above = isTask(name) ? 5 : 0;
  watch(`${name}Errors`, { ...lambda, metricName: "Errors", above, why: `${name} ended by an error.` });
  // The outbox runs once at a time, so calls that find it running are turned away in ordinary life: its age tells more.
  if (name !== "Outbox")
    watch(`${name}Throttles`, { ...lambda, metricName: "Throttles", why: `${name} was throttled.` });
}

for (const [name, { arn }] of Object.entries(machines))
  for (const [metricName, word] of [
    ["ExecutionsFailed", "failed"],
    ["ExecutionsTimedOut", "timed out"],
    ["ExecutionsAborted", "was stopped by hand"],
  ] as const)
    watch(`${name}${metricName}`, {
      namespace: "AWS/States",
      metricName,
      dimensions: { StateMachineArn: arn },
      why: `An execution ${word}. The watchdog gives it another one; look for its cause.`,
    });

/** An index is throttled by itself: those that all rows of a kind share are the first to be. */
for (const [name, table, { indexes }] of [
  ["Alliance", alliance, TABLE_SHAPES.alliance],
  ["Ledger", ledger, TABLE_SHAPES.ledger],
] as const)
  for (const index of [undefined, ...indexes])
    for (const metricName of ["ReadThrottleEvents", "WriteThrottleEvents"])
      watch(`${name}${index ? titled(index) : ""}${metricName}`, {
        namespace: "AWS/DynamoDB",
        metricName,
        dimensions: { TableName: table.name, ...(index ? { GlobalSecondaryIndexName: index } : {}) },
        why: `${name}${index ? `'s ${index}` : ""} turned requests away.`,
      });

/** What fails is tried again, and its age told, each quarter of an hour at the latest: a shorter period would miss it. */
watch("OutboxAge", {
  namespace: "Yigong",
  metricName: "OutboxAgeSeconds",
  dimensions: { service: prefix },
  statistic: "Maximum",
  periodSeconds: 1_200,
  above: 300,
  why: "An effect waits for longer than five minutes: executions and messages do not leave.",
});

/** Counted by the watchdog each hour. */
watch("AwardStuck", {
  namespace: "Yigong",
  metricName: "AwardsStuck",
  dimensions: { service: prefix },
  statistic: "Maximum",
  periodSeconds: 3_600,
  why: "An award run has been at work for more than six hours and nobody was told: no other can begin.",
});

watch("Faults", {
  namespace: "Yigong",
  metricName: "Faults",
  dimensions: { service: prefix },
  why: "A mistake of ours: the logs have it, by the same request or execution.",
});

watch("GatewayErrors", {
  namespace: "AWS/ApiGateway",
  metricName: "5xx",
  dimensions: { ApiId: gateway.nodes.api.id },
  above: 5,
  why: "People get no answer, or one that says to come again later.",
});

/** A quarter of an hour for what runs each minute; else the second period in which nothing ran. */
for (const { job, everySeconds } of SCHEDULES)
  new aws.cloudwatch.MetricAlarm(`${JOBS[job]}Silent`, {
    alarmDescription: `${JOBS[job]} has not run: its schedule is dead.`,
    namespace: "AWS/Lambda",
    metricName: "Invocations",
    dimensions: { FunctionName: functions[JOBS[job]].name },
    statistic: "Sum",
    period: Math.max(everySeconds, 300),
    evaluationPeriods: everySeconds < 300 ? 3 : 2,
    threshold: 1,
    comparisonOperator: "LessThanThreshold",
    treatMissingData: "breaching",
    alarmActions: [alerts.arn],
  });
