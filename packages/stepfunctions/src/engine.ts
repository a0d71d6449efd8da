import type { AddressInfo } from "node:net";
import { backup } from "node:sqlite";
import { openActions } from "./api/actions.ts";
import { openServer } from "./api/server.ts";
import { openChildExecutions } from "./engine/child-executions.ts";
import { openDefinitionCache } from "./engine/definition-cache.ts";
import { openEffects } from "./engine/effects.ts";
import type { EngineContext } from "./engine/engine-context.ts";
import { type ExecutionQueues, openExecutionQueues } from "./engine/execution-queues.ts";
import { openInFlight } from "./engine/in-flight.ts";
import type { Invoke } from "./engine/invoke.ts";
import { resume } from "./engine/resume.ts";
import { openStarter } from "./engine/start-execution.ts";
import { openTaskTokens } from "./engine/task-tokens.ts";
import { openTimers } from "./engine/timers.ts";
import { advance } from "./engine/virtual-time.ts";
import { iso, openClock, type TimeOption } from "./lib/clock.ts";
import { openRun, type Run, type Services } from "./run/run.ts";
import { openCommitter } from "./store/committer.ts";
import { openDatabase } from "./store/schema.ts";
import { openStore } from "./store/store.ts";

export interface EngineOptions {
  /** Path of the SQLite file, or ":memory:". */
  readonly path: string;
  /** Real time or virtual time. In virtual time no timer fires by itself, only through `advanceTo`. */
  readonly time: TimeOption;
  /** Calls a Lambda handler in process; `functionName` is the last part of its ARN. */
  readonly invoke: Invoke;
}

export interface Engine {
  /** Serves the AWS JSON 1.0 API on loopback. */
  listen(port?: number): Promise<{ url: string }>;
  /** An API action with AWS's shapes, instants as seconds since the epoch. @throws errors whose `name` is AWS's */
  call(action: string, input: unknown): Promise<unknown>;
  /** ISO-8601 instant of the next timer, or undefined. Reliable only when the engine is idle. */
  nextDueAt(): string | undefined;
  /** Virtual time: advances to `toIso` and runs everything due on the way, in order; resolves when idle at that instant. */
  advanceTo(toIso: string): Promise<void>;
  /** Real time: fires due timers at once, for an injected clock that jumped ahead. */
  poke(): Promise<void>;
  /** Resolves when no transition or handler is in progress; timers and tokens may be pending. */
  idle(): Promise<void>;
  now(): string;
  /** Writes a consistent copy of the file while the engine runs. */
  backup(path: string): Promise<void>;
  /** Stops at once; what is in progress continues when the file is opened again. */
  close(): Promise<void>;
}

/** Opens a durable Step Functions engine on a file, and resumes the executions in it. */
export function openEngine(options: EngineOptions): Engine {
  const database = openDatabase(options.path);
  const store = openStore(database);
  const clock = openClock(options.time, store.meta<number>("clock"));
  const tokens = openTaskTokens(store.secret());
  const definitions = openDefinitionCache(database);
  const inFlight = openInFlight();
  let arm: () => void = () => undefined;
  const committer = openCommitter(database, () => arm());
  const services: Services = {
    now: clock.now,
    tokenOf: (run, branch, attempt) => tokens.make({ executionId: run.execution.id, branchId: branch.id, attempt }),
  };
  const load = (id: number): Run | undefined => {
    const execution = store.execution(id);
    return execution && openRun(execution, definitions.get(execution.definitionId), store.branches(id));
  };
  const children = openChildExecutions(() => ({ context, start }));
  const effects = openEffects({ inFlight, invoke: options.invoke, now: clock.now, queues: () => queues, ...children });
  const queues: ExecutionQueues = openExecutionQueues({ store, committer, services, inFlight, load, perform: effects });
  const context: EngineContext = { clock, database, store, committer, tokens, queues, definitions };
  const start = openStarter(context);
  const call = openActions(context, start);
  const timers = openTimers({ store, services, inFlight, queues: () => queues });
  const advanceTo = (toIso: string) => advance({ clock, store, committer, inFlight, timers }, toIso);
  const server = openServer(call, clock.virtual ? advanceTo : undefined);
  if (!clock.virtual) arm = timers.arm;
  resume({ store, queues, inFlight }).then(
    () => arm(),
    () => undefined,
  );

  return {
    listen: (port = 0) =>
      new Promise((resolve, reject) => {
        server.on("error", reject).listen(port, "127.0.0.1", () => {
          resolve({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
        });
      }),
    call,
    nextDueAt: () => {
      const due = store.firstDue();
      return due === undefined ? undefined : iso(due);
    },
    advanceTo,
    poke: () => timers.fireDue(),
    idle: inFlight.idle,
    now: () => iso(clock.now()),
    backup: async (path) => {
      committer.flush();
      await backup(database, path);
    },
    close: async () => {
      timers.stop();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      committer.flush();
      database.close();
    },
  };
}
