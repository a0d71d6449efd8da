import { describe, expect, it } from "vitest";
import { FUNCTIONS, type FunctionName, MACHINES, type MachineName } from "../../infra/catalogue.ts";
import { GRANTS } from "../../infra/grants.ts";
import { traitsOf } from "../../infra/region.ts";
import { statementsOf } from "../../infra/statements.ts";
import { type Registered, type Stack, type Statement, statementsIn } from "../../tools/sst-offline/stack.ts";
import { each } from "./stacks.ts";

const ROLE = "aws:iam/role:Role";
const names = Object.keys(FUNCTIONS) as FunctionName[];
const machineNames = Object.keys(MACHINES) as MachineName[];
const LEDGER = /:table\/yigong-\w+-LedgerTable-/;

const partition = ({ region }: Stack) => (region.startsWith("cn-") ? "aws-cn" : "aws");
const arn = (stack: Stack, service: string, resource: string) =>
  `arn:${partition(stack)}:${service}:${stack.region}:123456789012:${resource}`;
const roleOf = (stack: Stack, name: string) => stack.one(ROLE, `${name}Role`);
const everybody = (stack: Stack) =>
  stack.of(ROLE).flatMap((role) => stack.statements(role).map((statement) => ({ role: role.name, ...statement })));
const flat = (statements: Statement[]) =>
  statements.flatMap(({ Action, Resource, Condition }) =>
    Action.flatMap((action) => Resource.map((resource) => JSON.stringify({ action, resource, Condition }))),
  );
const machineArn = (stack: Stack, name: MachineName) =>
  arn(stack, "states", `stateMachine:yigong-${stack.stage}-${MACHINES[name].file}`);

function granted(stack: Stack, name: FunctionName): Statement[] {
  const table = (link: string) => arn(stack, "dynamodb", `table/${String(stack.links[link]?.name)}`);
  const isMailing = stack.links.Installation?.mail === "ses";
  const statements = statementsOf(
    GRANTS[name],
    {
      alliance: table("Alliance"),
      ledger: table("Ledger"),
      files: `arn:${partition(stack)}:s3:::${String(stack.links.Files?.name)}`,
      outbox: stack.arnOfLambda("Outbox"),
      machines: {
        ActivityLifecycle: machineArn(stack, "ActivityLifecycle"),
        AwardRun: machineArn(stack, "AwardRun"),
      },
      logs: arn(stack, "logs", `log-group:/aws/lambda/yigong-${stack.stage}-${name}`),
      mail: isMailing
        ? { identity: arn(stack, "ses", "identity/example.com"), from: "volunteers@example.com" }
        : undefined,
      traces: traitsOf(stack.region).traces,
    },
    (base, part) => base + part,
    "*",
  );
  return statements.map(({ actions, resources, conditions }) => ({
    Effect: "Allow",
    Action: actions,
    Resource: resources,
    ...(conditions ? { Condition: { StringEquals: { "ses:FromAddress": conditions[0]?.values[0] } } } : {}),
  }));
}

describe.each(each)("permissions, %s", (_, stack) => {
  it.each(names)("of %s are exactly its grant", (name) => {
    expect(flat(stack.statements(roleOf(stack, name))).sort()).toEqual(flat(granted(stack, name)).sort());
  });

  it("come from no other place than the roles themselves", () => {
    const managed = stack.of(ROLE).flatMap(({ inputs }) => (inputs.managedPolicyArns ?? []) as string[]);
    const attached = stack.resources.filter(({ type }) => /iam\/.*(Attachment|Policy:Policy)/.test(type));

    expect(managed).toEqual([]);
    expect(attached).toEqual([]);
  });

  it("name exact actions", () => {
    expect(everybody(stack).filter(({ Action }) => Action.some((action) => /[*?]/.test(action)))).toEqual([]);
  });

  it("name everything only for what has no resources in IAM", () => {
    const all = everybody(stack).filter(({ Resource }) => Resource.includes("*"));
    const NAMELESS =
      /^(states:SendTask(Success|Failure)|xray:\w+|logs:\w*(LogDelivery|LogDeliveries|ResourcePolicy|ResourcePolicies|DescribeLogGroups))$/;

    expect(all.flatMap(({ Action }) => Action).filter((action) => !NAMELESS.test(action))).toEqual([]);
    expect(
      all.flatMap(({ Resource }) => Resource).filter((resource) => resource !== "*"),
      "beside a named one",
    ).toEqual([]);
  });

  it("let nobody change or take away what is in the ledger", () => {
    const allowed = everybody(stack).filter(({ Resource }) => Resource.some((resource) => LEDGER.test(resource)));
    const CHANGES = /:(Update|Delete|BatchWrite|PartiQL|Restore|Import)/;

    expect(allowed.flatMap(({ Action }) => Action).filter((action) => CHANGES.test(action))).toEqual([]);
    expect(allowed.length).toBeGreaterThan(0);
  });

  it("let the outbox alone start executions and answer their tasks", () => {
    const states = everybody(stack).filter(({ Action }) => Action.some((action) => action.startsWith("states:")));

    expect(new Set(states.map(({ role }) => role))).toEqual(new Set(["OutboxRole"]));
    expect(states.map(({ Action, Resource }) => [Action, Resource])).toEqual([
      [["states:StartExecution"], machineNames.map((name) => machineArn(stack, name))],
      [["states:SendTaskSuccess", "states:SendTaskFailure"], ["*"]],
    ]);
  });

  it("let functions invoke the outbox, machines their tasks and schedules their job, and nothing else", () => {
    const invoking = everybody(stack).filter(({ Action }) => Action.includes("lambda:InvokeFunction"));
    const by = (role: string) =>
      invoking
        .filter((statement) => statement.role === role)
        .flatMap(({ Resource }) => Resource)
        .sort();

    for (const name of names)
      expect(by(`${name}Role`), name).toEqual(GRANTS[name].wakes ? [stack.arnOfLambda("Outbox")] : []);
    for (const name of machineNames)
      expect(by(`${name}Role`), name).toEqual(MACHINES[name].tasks.map((task) => stack.arnOfLambda(task)).sort());
    const known = [...names, ...machineNames].map((name) => `${name}Role`);
    const others = new Set(invoking.map(({ role }) => role).filter((role) => !known.includes(role)));
    for (const role of others) expect(by(role), role).toHaveLength(1);
  });

  it("are taken on by one service each, and by nobody in the account", () => {
    for (const role of stack.of(ROLE)) {
      const [trust, ...more] = statementsIn(role.inputs.assumeRolePolicy);

      expect(more, role.name).toEqual([]);
      expect(trust, role.name).toMatchObject({ Effect: "Allow", Action: ["sts:AssumeRole"] });
      expect(trust?.Principal, role.name).toEqual({ Service: serviceOf(role) });
    }
  });

  it("are taken on by machines and schedules for this account's own only", () => {
    const trusts = stack.of(ROLE).flatMap((role) => (serviceOf(role) === "lambda.amazonaws.com" ? [] : [role]));
    const machine = trusts.filter((role) => serviceOf(role) === "states.amazonaws.com");

    expect(machine.map(({ name }) => name).sort()).toEqual(machineNames.map((name) => `${name}Role`).sort());
    for (const { inputs, name } of trusts)
      expect(statementsIn(inputs.assumeRolePolicy)[0]?.Condition, name).toMatchObject({
        StringEquals: { "aws:SourceAccount": "123456789012" },
        [machine.some((role) => role.name === name) ? "ArnLike" : "ArnEquals"]: {
          "aws:SourceArn": machine.some((role) => role.name === name)
            ? machineArn(stack, name.replace("Role", "") as MachineName)
            : arn(stack, "scheduler", `schedule-group/yigong-${stack.stage}`),
        },
      });
  });

  it("let the gateway alone call in from outside, and rules where there is no scheduler", () => {
    const permissions = stack.of("aws:lambda/permission:Permission").map(({ inputs }) => inputs);
    const gateway = permissions.filter(({ principal }) => principal === "apigateway.amazonaws.com");
    const rest = permissions.filter(({ principal }) => principal !== "apigateway.amazonaws.com");

    expect(new Set(gateway.map((permission) => permission.function))).toEqual(
      new Set([stack.arnOfLambda("Api"), stack.arnOfLambda("SurveyPages")]),
    );
    for (const { sourceArn } of gateway) expect(String(sourceArn)).toMatch(/:execute-api:.*\/\*$/);
    expect(new Set(rest.map(({ principal }) => principal))).toEqual(
      new Set(traitsOf(stack.region).scheduler ? [] : ["events.amazonaws.com"]),
    );
    for (const { sourceArn } of rest) expect(String(sourceArn)).toMatch(/:events:.*:rule\/\w+Rule$/);
  });
});

function serviceOf({ name }: Registered): string {
  if (machineNames.some((machine) => name === `${machine}Role`)) return "states.amazonaws.com";
  return name.endsWith("ScheduleRole") ? "scheduler.amazonaws.com" : "lambda.amazonaws.com";
}
