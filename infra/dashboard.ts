import { FUNCTIONS, type FunctionName } from "./catalogue.ts";
import { prefix, region } from "./deployment.ts";
import { functions } from "./functions.ts";
import { gateway } from "./gateway.ts";
import { alliance, ledger } from "./storage.ts";
import { machines } from "./workflows.ts";

const names = Object.keys(FUNCTIONS) as FunctionName[];
const ours = (metric: string) => ["Yigong", metric, "service", prefix];

/** Six widgets of half the width, in the order in which one asks: do people get answers, does work leave, what does it cost. */
const body = $util
  .all([
    $util.all(names.map((name) => functions[name].name)),
    $util.all(Object.values(machines).map(({ arn }) => arn)),
    $util.all([alliance.name, ledger.name]),
    gateway.nodes.api.id,
  ])
  .apply(([lambdas, arns, tables, api]) => {
    const lambda = (metric: string) => lambdas.map((name) => ["AWS/Lambda", metric, "FunctionName", name]);
    const table = (metric: string) => tables.map((name) => ["AWS/DynamoDB", metric, "TableName", name]);
    const execution = (metric: string) => arns.map((arn) => ["AWS/States", metric, "StateMachineArn", arn]);
    const http = (metric: string, stat: string) => ["AWS/ApiGateway", metric, "ApiId", api, { stat }];
    const widgets: [title: string, stat: string, metrics: unknown[]][] = [
      ["Requests", "Sum", [http("Count", "Sum"), http("4xx", "Sum"), http("5xx", "Sum"), http("Latency", "p95")]],
      [
        "Effects",
        "Sum",
        [ours("EffectsSent"), ours("EffectsFailed"), [...ours("OutboxAgeSeconds"), { stat: "Maximum" }]],
      ],
      ["Executions", "Sum", ["ExecutionsStarted", "ExecutionsSucceeded", "ExecutionsFailed"].flatMap(execution)],
      ["Errors of functions", "Sum", lambda("Errors")],
      ["Duration of functions, p95", "p95", lambda("Duration")],
      ["Units of tables", "Sum", ["ConsumedReadCapacityUnits", "ConsumedWriteCapacityUnits"].flatMap(table)],
    ];
    return JSON.stringify({
      widgets: widgets.map(([title, stat, metrics], index) => ({
        type: "metric",
        x: (index % 2) * 12,
        y: Math.floor(index / 2) * 6,
        width: 12,
        height: 6,
        properties: { title, stat, metrics, region, period: 300, view: "timeSeries" },
      })),
    });
  });

new aws.cloudwatch.Dashboard("Dashboard", { dashboardName: prefix, dashboardBody: body });
