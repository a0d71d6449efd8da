import { MACHINES, type MachineName } from "./catalogue.ts";
import { LOG_DAYS } from "./defaults.ts";
import { built } from "./definitions.ts";
import { account, partition, traits } from "./deployment.ts";
import { functions, machines as machineArns, machineName } from "./functions.ts";
import { linkWorkflow, unversioned } from "./link-workflow.ts";

/** IAM knows no resources for these. @source Step Functions Developer Guide, Using CloudWatch Logs to log execution history */
const LOG_DELIVERY = {
  actions: [
    "logs:CreateLogDelivery",
    "logs:GetLogDelivery",
    "logs:UpdateLogDelivery",
    "logs:DeleteLogDelivery",
    "logs:ListLogDeliveries",
    "logs:PutResourcePolicy",
    "logs:DescribeResourcePolicies",
    "logs:DescribeLogGroups",
  ],
  resources: ["*"],
};
const TRACES = {
  actions: ["xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:GetSamplingRules", "xray:GetSamplingTargets"],
  resources: ["*"],
};

function machineRole(name: MachineName, statements: $util.Input<{ actions: string[]; resources: string[] }[]>) {
  const role = new aws.iam.Role(`${name}Role`, {
    assumeRolePolicy: aws.iam.getPolicyDocumentOutput({
      statements: [
        {
          actions: ["sts:AssumeRole"],
          principals: [{ type: "Service", identifiers: ["states.amazonaws.com"] }],
          conditions: [
            { test: "StringEquals", variable: "aws:SourceAccount", values: [account] },
            { test: "ArnLike", variable: "aws:SourceArn", values: [machineArns[name]] },
          ],
        },
      ],
    }).json,
  });
  const policy = new aws.iam.RolePolicy(`${name}RolePolicy`, {
    role: role.id,
    policy: aws.iam.getPolicyDocumentOutput({ statements }).json,
  });
  return { role, policy };
}

function machine(name: MachineName) {
  const arns = $util.all(Object.fromEntries(MACHINES[name].tasks.map((task) => [task, functions[task].arn])));
  const linked = (part: object) =>
    $util.all([arns, partition]).apply(([all, of]) => linkWorkflow(JSON.stringify(part), { arns: all, partition: of }));
  const logs = new aws.cloudwatch.LogGroup(`${name}Logs`, {
    // This prefix keeps the resource policy for log delivery short.
    name: `/aws/vendedlogs/states/${machineName(name)}`,
    retentionInDays: LOG_DAYS,
  });
  const invoke = linked(built[name].statements).apply((text) => unversioned(JSON.parse(text)));
  const { role, policy } = machineRole(
    name,
    invoke.apply((own) => [...own, LOG_DELIVERY, ...(traits.traces ? [TRACES] : [])]),
  );
  return new aws.sfn.StateMachine(
    `${name}Machine`,
    {
      name: machineName(name),
      type: "STANDARD",
      roleArn: role.arn,
      definition: linked(built[name].definition),
      // Inputs and outputs carry tokens of tasks: never in a log.
      loggingConfiguration: { level: "ALL", includeExecutionData: false, logDestination: $interpolate`${logs.arn}:*` },
      tracingConfiguration: { enabled: traits.traces },
    },
    { dependsOn: [policy] },
  );
}

export const machines = { ActivityLifecycle: machine("ActivityLifecycle"), AwardRun: machine("AwardRun") };
