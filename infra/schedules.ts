import { SCHEDULES, type Schedule } from "../packages/workflows/src/schedules.ts";
import { ruled, scheduled } from "./cron.ts";
import { account, arnOf, installation, prefix, traits } from "./deployment.ts";
import { functions } from "./functions.ts";
import { JOBS, titled } from "./jobs.ts";

const { zone } = installation;

function schedulerRole(name: string, group: string, target: $util.Output<string>) {
  const role = new aws.iam.Role(`${name}Role`, {
    assumeRolePolicy: aws.iam.getPolicyDocumentOutput({
      statements: [
        {
          actions: ["sts:AssumeRole"],
          principals: [{ type: "Service", identifiers: ["scheduler.amazonaws.com"] }],
          conditions: [
            { test: "StringEquals", variable: "aws:SourceAccount", values: [account] },
            { test: "ArnEquals", variable: "aws:SourceArn", values: [arnOf("scheduler", `schedule-group/${group}`)] },
          ],
        },
      ],
    }).json,
  });
  const policy = new aws.iam.RolePolicy(`${name}RolePolicy`, {
    role: role.id,
    policy: aws.iam.getPolicyDocumentOutput({
      statements: [{ actions: ["lambda:InvokeFunction"], resources: [target] }],
    }).json,
  });
  return { role, policy };
}

function byScheduler(schedule: Schedule, group: aws.scheduler.ScheduleGroup) {
  const name = `${titled(schedule.job)}Schedule`;
  const { arn } = functions[JOBS[schedule.job]];
  const { role, policy } = schedulerRole(name, prefix, arn);
  new aws.scheduler.Schedule(
    name,
    {
      groupName: group.name,
      description: schedule.why,
      scheduleExpression: scheduled(schedule),
      scheduleExpressionTimezone: zone,
      flexibleTimeWindow: { mode: "OFF" },
      target: {
        arn,
        roleArn: role.arn,
        input: JSON.stringify({ job: schedule.job }),
        // A run that comes too late is the next run.
        retryPolicy: { maximumRetryAttempts: 2, maximumEventAgeInSeconds: Math.min(schedule.everySeconds, 3600) },
      },
    },
    { dependsOn: [policy] },
  );
}

function byRule(schedule: Schedule) {
  const name = `${titled(schedule.job)}Rule`;
  const { arn } = functions[JOBS[schedule.job]];
  const rule = new aws.cloudwatch.EventRule(name, {
    description: schedule.why,
    scheduleExpression: ruled(schedule, zone),
  });
  new aws.lambda.Permission(`${name}Permission`, {
    action: "lambda:InvokeFunction",
    function: arn,
    principal: "events.amazonaws.com",
    sourceArn: rule.arn,
  });
  new aws.cloudwatch.EventTarget(`${name}Target`, {
    rule: rule.name,
    arn,
    input: JSON.stringify({ job: schedule.job }),
    retryPolicy: { maximumRetryAttempts: 2, maximumEventAgeInSeconds: Math.min(schedule.everySeconds, 3600) },
  });
}

if (traits.scheduler) {
  const group = new aws.scheduler.ScheduleGroup("Schedules", { name: prefix });
  for (const schedule of SCHEDULES) byScheduler(schedule, group);
} else for (const schedule of SCHEDULES) byRule(schedule);
