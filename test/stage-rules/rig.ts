import { AsyncLocalStorage } from "node:async_hooks";
import { readFileSync } from "node:fs";
import { SFNClient } from "@aws-sdk/client-sfn";
import type { Channels } from "@yigong/application/ports/channels.ts";
import type { Handled, Handlers } from "@yigong/application/ports/effect-handler.ts";
import type { OutboxRows } from "@yigong/core/outbox/outbox.store.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import { tokenFor } from "@yigong/functions/api/sign-in.ts";
import { compose } from "@yigong/functions/composition/compose.ts";
import { handlersOf } from "@yigong/functions/composition/outbox.ts";
import { DEFAULTS } from "@yigong/functions/lib/default-settings.ts";
import { type Observe, silent } from "@yigong/functions/observe/observe.ts";
import { outboxRunner } from "@yigong/functions/outbox/runner.ts";
import { openBackgroundRunner } from "@yigong/local/background-runner.ts";
import { openScheduler } from "@yigong/local/schedule.ts";
import { type Engine, openEngine } from "@yigong/stepfunctions";
import { memoryFiles } from "@yigong/testing/memory-files.ts";
import { testTable } from "@yigong/testing/store.ts";
import { watchUses } from "@yigong/testing/uses.ts";

/** The instant at which the clock of these tests starts. */
export const DAY_ONE = "2026-09-01T00:00:00.000Z";
const IDENTITY = { region: "us-east-1", credentials: { accessKeyId: "local", secretAccessKey: "local" } };
const ROLE = "arn:aws:iam::000000000000:role/yigong";

/** The state machine as it is built and deployed; a fresh copy, which a test may change. */
export const builtDefinition = (): Definition =>
  JSON.parse(
    readFileSync(new URL("../../packages/workflows/dist/activity-lifecycle.asl.json", import.meta.url), "utf8"),
  ) as Definition;

export interface Definition {
  StartAt: string;
  States: Record<string, Record<string, unknown>>;
}

/** A call of a task, as the engine makes it. */
export interface TaskCall {
  name: string;
  payload: { activityId: string; generation: number; visit: number; token: string };
  attempt: number;
}

/** Where a test may step in between the parts. Each gets the real thing to run, or not to run. */
export interface Between {
  task(call: TaskCall, run: () => Promise<unknown>): Promise<unknown>;
  effect(effect: Effect, run: () => Promise<Handled>): Promise<Handled>;
  /** Each request to the store or to Step Functions, by its command's name; an error that is thrown is its answer. */
  request(unit: Unit | undefined, send: () => Promise<unknown>, command: string): Promise<unknown>;
}

/** One process at work: a task's invocation, an effect's delivery, a request of a person. */
export interface Unit {
  what: string;
  /** How many of its writes were done. */
  writes: number;
  /** Nothing that a dead process does reaches anybody. */
  dead: boolean;
}

const units = new AsyncLocalStorage<Unit>();
/** Does work as a process of its own. */
export const asUnit = <Result>(unit: Unit, work: () => Promise<Result>): Promise<Result> => units.run(unit, work);

export const calm: Between = {
  task: (_, run) => run(),
  effect: (_, run) => run(),
  request: (_, send) => send(),
};

/**
 * The whole system on one engine in virtual time and one pair of tables: routes' verbs, tasks, outbox, jobs.
 *
 * It is wired as one machine is, with places where a test may step in between.
 */
export async function openRig(options: { between?: Partial<Between>; definition?: Definition; bell?: boolean } = {}) {
  const { table, stop } = await testTable({ pause: async () => {} });
  const between: Between = { ...calm, ...options.between };
  const stepIn =
    (next: (args: never) => Promise<unknown>, { commandName = "" }: { commandName?: string }) =>
    (args: never) =>
      between.request(units.getStore(), () => next(args), commandName);
  table.client.middlewareStack.add(stepIn as never, { step: "deserialize", priority: "high", name: "stepIn" });

  const opened = Promise.withResolvers<(call: TaskCall) => Promise<unknown>>();
  const engine = openEngine({
    path: ":memory:",
    time: { kind: "virtual", startAt: DAY_ONE },
    invoke: async (name, payload, { attempt }) => {
      const run = await opened.promise;
      const call = { name, payload: payload as TaskCall["payload"], attempt };
      return between.task(call, () => run(call));
    },
  });
  const { url } = await engine.listen();
  const sfn = new SFNClient({ ...IDENTITY, endpoint: url, disableHostPrefix: true, maxAttempts: 1 });
  sfn.middlewareStack.add(stepIn as never, { step: "deserialize", priority: "high", name: "stepIn" });
  const machine = { name: "activity-lifecycle", roleArn: ROLE };
  const { stateMachineArn } = (await engine.call("CreateStateMachine", {
    ...machine,
    definition: JSON.stringify(options.definition ?? builtDefinition()),
  })) as { stateMachineArn: string };

  let serial = 0;
  const problems: string[] = [];
  const report = (what: string, error: unknown) => problems.push(`${what}: ${String(error)}`);
  const observe: Observe = {
    ...silent,
    fault: (what, error, { effect = "" } = {}) => report(`${what} ${effect}`, error),
  };
  const channels: Channels = {
    im: { send: async () => {} },
    sms: { send: async () => {} },
    board: { post: async () => {} },
  };
  const outward = { sfn, stateMachineArn, awardStateMachineArn: stateMachineArn, channels };
  const app = compose({
    ...outward,
    table,
    definition: "1",
    awardDefinition: "1",
    now: engine.now,
    newId: (prefix) => `${prefix}_${String(++serial).padStart(26, "0")}`,
    random: (digits) => String(++serial).padStart(digits, "0"),
    secrets: { tokens: secret(1), surveys: secret(2), checkIns: secret(3) },
    files: memoryFiles(),
    settings: DEFAULTS,
    origin: () => "http://localhost",
    // A bell that is out of order leaves everything to the sweep.
    wake: () => (options.bell === false ? undefined : units.exit(() => work.wake())),
    observe,
    report,
  });
  const { useCases } = app;
  const outbox = outboxRunner({
    rows: useCases.outbox,
    handlers: steppedIn(handlersOf(useCases, outward), (effect, run) => between.effect(effect, run)),
    now: engine.now,
    observe,
  });
  const uses = watchUses({ ...app, outbox }, app.app);
  const scheduler = openScheduler({ ...app.jobs, sweepOutbox: outbox.run }, report);
  const work = openBackgroundRunner({ engine, outbox, rows: useCases.outbox, scheduler, report });
  opened.resolve(({ name, payload }) => taskOf(app.tasks, name)(payload));
  return {
    app,
    useCases,
    engine,
    sfn,
    channels,
    stateMachineArn,
    between,
    problems,
    now: engine.now,
    /** A request by whoever a token's subject names. */
    as: async (subject: string, method: string, path: string, body?: object) => {
      const token = await tokenFor(subject, { secret: secret(1), at: engine.now() });
      const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
      return app.app.request(path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    },
    settle: work.settle,
    advanceTo: work.advanceTo,
    /** Sends what is due, without waiting for what comes of it. */
    deliver: () => outbox.run(),
    sweep: async () => {
      await outbox.run();
      await work.settle();
    },
    async close() {
      await work.settle();
      await engine.close();
      sfn.destroy();
      await stop();
      uses.requireGranted();
    },
  };
}
export type Rig = Awaited<ReturnType<typeof openRig>>;

const secret = (seed: number) => new Uint8Array(32).fill(seed);

const taskOf = (tasks: object, name: string) =>
  (tasks as Record<string, (event: unknown) => Promise<unknown>>)[name] ??
  (() => Promise.reject(new Error(`There is no task ${name}.`)));

const steppedIn = (all: Handlers, between: Between["effect"]): Handlers => {
  const entries = Object.entries(all).map(([kind, handle]) => [
    kind,
    (effect: Effect, row: Awaited<ReturnType<OutboxRows["due"]>>[number]) =>
      between(effect, () => (handle as (effect: Effect, given: typeof row) => Promise<Handled>)(effect, row)),
  ]);
  return Object.fromEntries(entries) as Handlers;
};

/** What an execution did, from its history. */
export async function historyOf(engine: Engine, stateMachineArn: string, name: string) {
  const executionArn = `${stateMachineArn.replace(":stateMachine:", ":execution:")}:${name}`;
  const { status } = (await engine.call("DescribeExecution", { executionArn })) as { status: string };
  const { events } = (await engine.call("GetExecutionHistory", { executionArn, maxResults: 1000 })) as {
    events: HistoryEvent[];
  };
  const path = events.flatMap(({ stateEnteredEventDetails: entered }) => (entered ? [entered.name] : []));
  const timeouts = events.flatMap(({ taskScheduledEventDetails: task }) => (task ? [task.timeoutInSeconds] : []));
  const retries = timeouts.length - path.filter((state) => !PLAIN.has(state)).length;
  return { status, path, timeouts, transitions: path.length + retries, events: events.length };
}

const PLAIN = new Set(["Begin", "Done", "Cancelled", "Superseded", "Stopped"]);

interface HistoryEvent {
  type: string;
  stateEnteredEventDetails?: { name: string };
  taskScheduledEventDetails?: { timeoutInSeconds: number };
}
