import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { documentClient } from "@yigong/core/lib/table.ts";
import { dynamoOutbox } from "@yigong/core/outbox/outbox.store.ts";
import { type Jobs, openScheduler } from "@yigong/local/schedule.ts";
import { type Engine, InvocationFailed, openEngine, RawAnswer } from "@yigong/local/stepfunctions/index.ts";
import { openStore } from "@yigong/local/store/store.ts";
import { createTables } from "@yigong/local/store/tables.ts";
import { openWork } from "@yigong/local/work.ts";
import { type Asked, openS3 } from "../lib/s3.ts";
import { openAwsServer } from "./aws-server.ts";
import type { Deployment } from "./deployment.ts";
import { openFront } from "./front.ts";
import type { Answer } from "./function-process.ts";
import { openGateway } from "./gateway.ts";
import { type Guard, openGuard } from "./iam/guard.ts";
import { openIssued } from "./issued.ts";
import { openOutside } from "./outside.ts";
import { credentialsOf, machineRole, rolesOf, scheduleRole } from "./roles.ts";
import { openSandboxes } from "./sandboxes.ts";
import { dynamoService } from "./services/dynamodb.ts";
import { emailService, type Mail } from "./services/email.ts";
import { type Invocable, type Invoker, lambdaService, openInvoker } from "./services/lambda.ts";
import { statesService } from "./services/states.ts";

export interface CloudOptions {
  deployment: Deployment;
  dataDir: string;
  /** ISO-8601 UTC. */
  startAt: string;
}

/** A line that a function, or the gateway, has written. */
export interface Logged {
  by: string;
  line: string;
}

/** A request that came, by the id under which API Gateway knows it. */
export interface Requested {
  method: string;
  url: string;
  id: string;
}

/**
 * A deployment as it would run: each function in a process of its own, against services on loopback that let each role do
 * what it is granted and nothing else, in virtual time.
 */
export async function openCloud({ deployment, dataDir, startAt }: CloudOptions) {
  const guard = openGuard(rolesOf(deployment));
  const logs: Logged[] = [];
  const mails: Mail[] = [];
  const issued = openIssued();
  const { store, table } = await openTables(deployment, dataDir);

  const sandboxes = new Map<string, Invocable>();
  let ending: ((role: string, operation: string) => void) | undefined;
  const engine = openEngine({
    path: join(dataDir, "stepfunctions.sqlite"),
    time: { kind: "virtual", startAt },
    invoke: async (name, payload) => {
      const arn = sandboxes.get(name)?.arn ?? name;
      issued.task(payload);
      guard.require(ownerOf(deployment, arn), [{ action: "lambda:InvokeFunction", resource: arn }]);
      return outcomeOf(await invoker.invoke(arn, payload));
    },
  });
  const invoker = openInvoker(sandboxes, engine.now);
  const arns = await deployMachines(engine, deployment);

  const outside = await openOutside();
  const s3 = await openBucket(deployment, guard, engine);
  const { arnOf } = deployment;
  const aws = await openAwsServer(
    [...deployment.functions.keys()].map((name) => ({ name, ...credentialsOf(name) })),
    {
      dynamodb: dynamoService({
        guard,
        endpoint: store.endpoint ?? "",
        tableArn: `${arnOf("dynamodb")}table/`,
        dropToken: store.dropAutoToken,
        begin: (role, operation) => ending?.(role, operation),
      }),
      states: statesService({ guard, engine, arns }),
      lambda: lambdaService({ guard, invoker, arnOf: (name) => sandboxes.get(name)?.arn }),
      ses: emailService({ guard, identityArn: `${arnOf("ses")}identity/`, sent: mails }),
    },
  );
  const log = (by: string, line: string) => void logs.push({ by, line });
  const endpoints = { DYNAMODB: aws.url, SFN: aws.url, LAMBDA: aws.url, SESV2: aws.url, S3: s3.url };
  for (const [name, one] of openSandboxes({ deployment, guard, endpoints, outside: outside.url, log }))
    sandboxes.set(name, one);

  const gateway = openGateway(deployment.api, {
    invoke: async (name, event) => invoker.invoke(name, event),
    now: engine.now,
    newRequestId: randomUUID,
    log: (line) => log("Gateway", line),
  });
  const texts = () =>
    outside.posted
      .filter(({ host }) => host.startsWith("sms."))
      .map(({ json }) => ({ recipient: String(json.to), body: String(json.body) }))
      .reverse();
  const requests: Requested[] = [];
  const front = await openFront({
    origin: deployment.origin,
    texts,
    gateway: async (request) => {
      const reply = await gateway(request);
      issued.request(request, reply);
      requests.push({ method: request.method, url: request.url, id: reply.requestId });
      return reply;
    },
  });

  const problems: string[] = [];
  const work = openWork({
    engine: { ...engine, idle: () => quiet(engine, invoker) },
    outbox: { run: async () => jobs.sweepOutbox() as Promise<number> },
    rows: dynamoOutbox(table),
    scheduler: openScheduler(jobsOf(deployment, guard, invoker), (job) => problems.push(`job ${job}`)),
    report: (what, error) => problems.push(`${what}: ${String(error)}`),
  });
  const jobs = jobsOf(deployment, guard, invoker);

  return {
    origin: front.url,
    guard,
    logs,
    issued,
    requests,
    mails,
    texts,
    posted: outside.posted,
    objects: s3.objects,
    table,
    engine,
    arns,
    invoker,
    problems,
    deaf: invoker.deaf,
    /** Ends a function's sandbox after so many of its transactions. @returns what calls this off */
    endAfter(name: string, transactions: number) {
      let left = transactions;
      ending = (role, operation) => {
        if (role !== name) return;
        if (left <= 0) sandboxes.get(deployment.functions.get(name)?.deployed.name ?? "")?.process.kill();
        if (operation === "TransactWriteItems") left -= 1;
      };
      return () => {
        ending = undefined;
      };
    },
    now: engine.now,
    settle: work.settle,
    advanceTo: work.advanceTo,
    /** Runs a job as its schedule does. */
    jobs,
    initMs: () => new Map([...sandboxes].map(([name, { process }]) => [name, process.initMs()])),
    async close() {
      await work.settle();
      await front.close();
      await engine.close();
      await Promise.all([...sandboxes.values()].map(({ process }) => process.close()));
      await Promise.all([aws.close(), s3.close(), outside.close()]);
      table.client.destroy();
      await store.stop();
    },
  };
}

export type Cloud = Awaited<ReturnType<typeof openCloud>>;

async function openTables({ tables }: Deployment, dataDir: string) {
  const env = { ...process.env, AWS_ENDPOINT_URL_DYNAMODB: undefined };
  const store = await openStore({ dataDir: join(dataDir, "store"), env, log: () => undefined });
  const client = documentClient({ config: store.config, dropAutoToken: store.dropAutoToken });
  await createTables(client, tables);
  return { store, table: { client, ...tables } };
}

/** The role of the state machine that names a function; the engine does not say which one called. */
function ownerOf({ machines }: Deployment, arn: string): string {
  for (const [name, { definition }] of machines) if (definition.includes(`"${arn}"`)) return machineRole(name);
  throw new Error(`No state machine names ${arn}.`);
}

/** As the engine takes what Lambda answers. */
function outcomeOf(answer: Answer): RawAnswer {
  if (answer.ok) return new RawAnswer(answer.text, "$LATEST");
  throw new InvocationFailed(answer.error.errorType, JSON.stringify(answer.error));
}

/** Creates the state machines. @returns the engine's ARN by that of the deployment */
async function deployMachines(engine: Engine, { machines }: Deployment): Promise<Map<string, string>> {
  const arns = new Map<string, string>();
  for (const { arn, name, definition } of machines.values()) {
    const roleArn = "arn:aws:iam::000000000000:role/machine";
    const created = (await engine.call("CreateStateMachine", { name, definition, roleArn })) as {
      stateMachineArn: string;
    };
    arns.set(arn, created.stateMachineArn);
  }
  return arns;
}

function openBucket({ functions, bucket, arnOf }: Deployment, guard: Guard, engine: Engine) {
  const keys = [...functions.keys()].map((name) => ({ name, ...credentialsOf(name) }));
  const partition = arnOf("s3").split(":")[1];
  const bucketArn = `arn:${partition}:s3:::${bucket}`;
  const allows = ({ accessKeyId, action, key }: Asked): boolean => {
    const role = keys.find((one) => one.accessKeyId === accessKeyId)?.name ?? "";
    return guard.allows(role, { action, resource: action === "s3:ListBucket" ? bucketArn : `${bucketArn}/${key}` });
  };
  return openS3({ bucket, keys, now: () => new Date(engine.now()), allows });
}

/** Invokes each job's function as its schedule does, with the schedule's role. @throws when it fails */
function jobsOf({ schedules }: Deployment, guard: Guard, invoker: Invoker): Jobs {
  const run = async (job: string): Promise<unknown> => {
    const schedule = schedules.get(job as keyof Jobs);
    if (!schedule) throw new Error(`Nothing runs ${job}.`);
    const { functionArn, input } = schedule;
    guard.require(scheduleRole(job), [{ action: "lambda:InvokeFunction", resource: functionArn }]);
    const answer = await invoker.invoke(functionArn, input);
    if (!answer.ok) throw new Error(answer.error.errorMessage);
    return undefined;
  };
  return new Proxy({} as Jobs, { get: (_, job) => () => run(String(job)) });
}

/** Until neither the engine nor Lambda has anything under way. */
async function quiet(engine: Engine, invoker: Invoker): Promise<void> {
  do {
    await engine.idle();
    await invoker.idle();
    await engine.idle();
  } while (invoker.isBusy());
}
