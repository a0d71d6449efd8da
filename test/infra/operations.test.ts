import { readFileSync } from "node:fs";
import { SCHEDULES } from "@yigong/workflows/schedules.ts";
import { describe, expect, it } from "vitest";
import { FUNCTIONS, MACHINES } from "../../infra/catalogue.ts";
import { JOBS } from "../../infra/jobs.ts";
import type { Stack } from "../../tools/sst-offline/stack.ts";
import { SECRETS } from "./dry-runs.ts";
import { each, stacks } from "./stacks.ts";

const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const names = Object.keys(FUNCTIONS);
const alarms = [
  ...names.map((name) => `${name}Errors`),
  ...names.filter((name) => name !== "Outbox").map((name) => `${name}Throttles`),
  ...Object.keys(MACHINES).flatMap((name) => ["Aborted", "Failed", "TimedOut"].map((end) => `${name}Executions${end}`)),
  ...["Alliance", "AllianceGsi1", "AllianceGsi2", "Ledger", "LedgerGsi1"].flatMap((keys) => [
    `${keys}ReadThrottleEvents`,
    `${keys}WriteThrottleEvents`,
  ]),
  ...SCHEDULES.map(({ job }) => `${JOBS[job]}Silent`),
  "OutboxAge",
  "AwardStuck",
  "Faults",
  "GatewayErrors",
];

describe.each(each)("operations, %s", (_, stack) => {
  it("are watched by an alarm for each thing that can fail", () => {
    expect(
      stack
        .of(ALARM)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(alarms.sort());
  });

  it("tell a person of every alarm", () => {
    const topic = stack.one("aws:sns/topic:Topic", "Alerts");
    const subscription = stack.one("aws:sns/topicSubscription:TopicSubscription", "AlertsEmail");
    const arn = new RegExp(`:sns:${stack.region}:123456789012:${String(topic.inputs.name)}$`);

    for (const { name, inputs } of stack.of(ALARM)) {
      expect(inputs.alarmActions, name).toHaveLength(1);
      expect(String((inputs.alarmActions as string[])[0]), name).toMatch(arn);
    }
    expect(subscription.inputs).toMatchObject({ protocol: "email", endpoint: "ops@example.com" });
  });

  it("notice a schedule that is dead", () => {
    for (const { job } of SCHEDULES)
      expect(stack.one(ALARM, `${JOBS[job]}Silent`).inputs).toMatchObject({
        metricName: "Invocations",
        comparisonOperator: "LessThanThreshold",
        treatMissingData: "breaching",
        dimensions: { FunctionName: stack.lambda(JOBS[job]).inputs.name },
      });
  });

  it("have alarms with periods that CloudWatch takes", () => {
    for (const { name, inputs } of stack.of(ALARM)) {
      const { period, evaluationPeriods } = inputs as { period: number; evaluationPeriods: number };

      expect(period % 60, name).toBe(0);
      expect(period * evaluationPeriods, name).toBeLessThanOrEqual(period < 3600 ? 86_400 : 7 * 86_400);
    }
  });

  it("look for metrics where functions write them", () => {
    const { POWERTOOLS_SERVICE_NAME: service, POWERTOOLS_METRICS_NAMESPACE: namespace } = (
      stack.lambda("Outbox").inputs.environment as { variables: Record<string, string> }
    ).variables;

    for (const name of ["OutboxAge", "Faults"])
      expect(stack.one(ALARM, name).inputs).toMatchObject({ namespace, dimensions: { service } });
    expect(stack.one("aws:cloudwatch/dashboard:Dashboard", "Dashboard").inputs.dashboardBody).toContain(
      JSON.stringify([namespace, "EffectsSent", "service", service]),
    );
  });

  it("keep every log for a while, and none for ever", () => {
    const groups = stack.of("aws:cloudwatch/logGroup:LogGroup");

    expect(groups).toHaveLength(names.length + Object.keys(MACHINES).length + 1);
    for (const { name, inputs } of groups) expect(inputs.retentionInDays, name).toBe(90);
  });

  it("never log where a survey link leads, who asked or from where", () => {
    const made = stack.one("aws:apigatewayv2/stage:Stage", "GatewayStage");
    const { format } = made.inputs.accessLogSettings as { format: string };
    const variables = [...format.matchAll(/\$context\.[\w.]+/g)].map(([name]) => name).sort();

    expect(variables).toEqual([
      "$context.integration.integrationStatus",
      "$context.requestId",
      "$context.requestTime",
      "$context.responseLatency",
      "$context.routeKey",
      "$context.status",
    ]);
  });

  it("have a limit on requests, and no other origin that may send them", () => {
    const [made] = stack.of("aws:apigatewayv2/stage:Stage");
    const [api] = stack.of("aws:apigatewayv2/api:Api");

    expect(made?.inputs.defaultRouteSettings).toEqual({ throttlingBurstLimit: 1_000, throttlingRateLimit: 500 });
    expect(api?.inputs.corsConfiguration ?? {}).toEqual({});
  });

  it("keep secrets out of everything that is stored in the clear", () => {
    for (const { urn, inputs, secrets } of stack.resources)
      for (const { path, text } of textsIn(inputs))
        for (const [name, value] of Object.entries(SECRETS))
          if (text.includes(value) && value.length > 10)
            expect(
              secrets.some((sealed) => sealed === "*" || path.startsWith(sealed)),
              `${name} at ${path} of ${urn}`,
            ).toBe(true);
    expect(Object.keys(linksOf(stack, "Outbox"))).toContain("SmtpUrl");
  });

  it("have a budget", () => {
    expect(stack.one("aws:budgets/budget:Budget", "Budget").inputs).toMatchObject({
      budgetType: "COST",
      timeUnit: "MONTHLY",
      limitUnit: stack.region.startsWith("cn-") ? "CNY" : "USD",
      limitAmount: stack.stage === "full" ? "20" : "50",
    });
  });
});

const linksOf = (stack: Stack, name: string) => stack.builds.find((build) => build.name === name)?.links ?? {};

function textsIn(value: unknown, path = ""): { path: string; text: string }[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, `${path}[${index}]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => textsIn(item, path ? `${path}.${key}` : key));
}

describe("a deployment", () => {
  it("has the same things in every stage", () => {
    const shape = (stack: Stack) => stack.resources.map(({ type, name }) => `${type} ${name.replace(stack.stage, "")}`);

    expect(shape(stacks.production).sort()).toEqual(shape(stacks.test).sort());
  });

  it("has the types of its links in sst-env.d.ts", () => {
    for (const [name, stack] of each)
      expect(stack.types, name).toBe(readFileSync(new URL("../../sst-env.d.ts", import.meta.url), "utf8"));
  });
});
