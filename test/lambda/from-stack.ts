import type { Jobs } from "@yigong/local/schedule.ts";
import { type Statement, statementsOf } from "@yigong/testing/iam/policy.ts";
import { SCHEDULES } from "@yigong/workflows/schedules.ts";
import type { Build, Registered, Stack } from "../../tools/sst-offline/stack.ts";
import type { DeployedFunction, DeployedMachine, DeployedSchedule, Deployment } from "./deployment.ts";
import type { HttpApi } from "./gateway.ts";
import { runnable } from "./prepare.ts";

const ACCOUNT = "123456789012";

/** As an input is known to be. */
const at = <Value>({ inputs }: Registered, name: string): Value => inputs[name] as Value;

/** Every statement of a role, read so that nothing of it is passed over. */
function roleStatements(stack: Stack, role: string): Statement[] {
  const registered = stack.one("aws:iam/role:Role", role);
  const physical = registered.inputs.name ?? registered.name;
  const own = ((registered.inputs.inlinePolicies ?? []) as { policy: string }[]).map(({ policy }) => policy);
  const attached = stack
    .of("aws:iam/rolePolicy:RolePolicy")
    .filter((policy) => policy.inputs.role === physical)
    .map((policy) => at<string>(policy, "policy"));
  return [...own, ...attached].flatMap(statementsOf);
}

function functionOf(stack: Stack, build: Build): DeployedFunction {
  const { name } = build;
  const registered = stack.lambda(name);
  const asked = stack
    .of("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig")
    .find((config) => config.name.startsWith(name));
  return {
    deployed: {
      name: at(registered, "name"),
      arn: stack.arnOfLambda(name),
      folder: runnable(build),
      handler: at(registered, "handler"),
      memoryMb: at(registered, "memorySize"),
      timeoutMs: at<number>(registered, "timeout") * 1000,
      logGroup: at<{ logGroup: string }>(registered, "loggingConfig").logGroup,
      environment: at<{ variables: Record<string, string> }>(registered, "environment").variables,
    },
    statements: roleStatements(stack, `${name}Role`),
    retries: asked ? at<number>(asked, "maximumRetryAttempts") : 2,
    traces: at<{ mode: string }>(registered, "tracingConfig").mode === "Active",
  };
}

function machineOf(stack: Stack, machine: Registered, arnOf: Deployment["arnOf"]): [string, DeployedMachine] {
  const name = machine.name.replace(/Machine$/, "");
  const physical = at<string>(machine, "name");
  const statements = roleStatements(stack, `${name}Role`);
  const arn = `${arnOf("states")}stateMachine:${physical}`;
  return [name, { arn, name: physical, definition: at(machine, "definition"), statements }];
}

function scheduleOf(stack: Stack, job: string): [keyof Jobs, DeployedSchedule] {
  const name = `${job[0]?.toUpperCase()}${job.slice(1)}Schedule`;
  const target = at<{ arn: string; input: string }>(stack.one("aws:scheduler/schedule:Schedule", name), "target");
  const statements = roleStatements(stack, `${name}Role`);
  return [job as keyof Jobs, { functionArn: target.arn, input: JSON.parse(target.input), statements }];
}

/** Routes with their functions, by way of the integration that each names. */
function apiOf(stack: Stack): HttpApi {
  const integrations = new Map(
    stack
      .of("aws:apigatewayv2/integration:Integration")
      .map((one) => [one.name.replace(/Integration$/, ""), at<string>(one, "integrationUri")]),
  );
  const routes = stack.of("aws:apigatewayv2/route:Route").map((route) => {
    const uri = integrations.get(route.name.replace(/Route$/, "")) ?? "";
    const arn = /functions\/(.+)\/invocations$/.exec(uri)?.[1] ?? uri;
    return [at<string>(route, "routeKey"), arn] as const;
  });
  const [stage] = stack.of("aws:apigatewayv2/stage:Stage");
  if (!stage) throw new Error("There is no stage of an API.");
  return { id: "api", routes: new Map(routes), logFormat: at<{ format: string }>(stage, "accessLogSettings").format };
}

/** What a dry run registered, as what would run. */
export function deploymentOf(stack: Stack): Deployment {
  const partition = stack.region.startsWith("cn-") ? "aws-cn" : "aws";
  const arnOf = (service: string) => `arn:${partition}:${service}:${stack.region}:${ACCOUNT}:`;
  const link = (name: string, property: string) => String(stack.links[name]?.[property]);
  return {
    region: stack.region,
    arnOf,
    functions: new Map(stack.builds.map((build) => [build.name, functionOf(stack, build)])),
    machines: new Map(stack.of("aws:sfn/stateMachine:StateMachine").map((machine) => machineOf(stack, machine, arnOf))),
    schedules: new Map(SCHEDULES.map(({ job }) => scheduleOf(stack, job))),
    api: apiOf(stack),
    tables: { alliance: link("Alliance", "name"), ledger: link("Ledger", "name") },
    bucket: link("Files", "name"),
    origin: link("Installation", "origin"),
  };
}
