import type { AddressInfo } from "node:net";
import { backup } from "node:sqlite";
import { openActions } from "./api/actions.ts";
import { openServer } from "./api/server.ts";
import { openChildren } from "./engine/child-executions.ts";
import { openDefinitions } from "./engine/definition-cache.ts";
import { openEffects } from "./engine/effects.ts";
import type { Core } from "./engine/engine-context.ts";
import { type Lanes, openLanes } from "./engine/execution-queues.ts";
import { openBusy } from "./engine/in-flight.ts";
import type { Invoke } from "./engine/invoke.ts";
import { resume } from "./engine/resume.ts";
import { openStarter } from "./engine/start-execution.ts";
import { openTokens } from "./engine/task-tokens.ts";
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
  /** Real time or virtual time. In virtual mode nothing that waits for time happens by itself: `advanceTo` drives. */
  readonly time: TimeOption;
  /** Calls a Lambda handler in process; `functionName` is the last part of its ARN. */
  readonly invoke: Invoke;
}

export interface Engine {
  /** Serves the AWS JSON 1.0 API on loopback. */
  listen(port?: number): Promise<{ url: string }>;
  /** An API action with AWS's shapes, instants as seconds since the epoch. Throws errors whose `name` is AWS's. */
  call(action: string, input: unknown): Promise<unknown>;
  /** ISO-8601 instant of the next timer, or undefined. Ask when the engine is idle. */
  nextDueAt(): string | undefined;
  /** Virtual time: goes to `toIso` and runs all that is due on the way, in order; resolves when idle at that instant. */
  advanceTo(toIso: string): Promise<void>;
  /** Real time: looks at once for timers that are due, after the injected clock was put forward. */
  poke(): Promise<void>;
  /** Resolves when no transition or handler is under way; timers and tokens may wait. */
  idle(): Promise<void>;
  now(): string;
  /** Writes a consistent copy of the file while the engine runs. */
  backup(path: string): Promise<void>;
  /** Stops at once; what is under way goes on when the file is opened again. */
  close(): Promise<void>;
}

/** Opens a durable Step Functions engine on a file and goes on where it was. */
export function openEngine(options: EngineOptions): Engine {
  const database = openDatabase(options.path);
  const store = openStore(database);
  const clock = openClock(options.time, store.meta<number>("clock"));
  const tokens = openTokens(store.secret());
  const definitions = openDefinitions(database);
  const busy = openBusy();
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
  const children = openChildren(() => ({ core, start }));
  const effects = openEffects({ busy, invoke: options.invoke, now: clock.now, lanes: () => lanes, ...children });
  const lanes: Lanes = openLanes({ store, committer, services, busy, load, launch: effects });
  const core: Core = { clock, database, store, committer, tokens, lanes, definitions };
  const start = openStarter(core);
  const call = openActions(core, start);
  const timers = openTimers({ store, services, busy, lanes: () => lanes });
  const advanceTo = (toIso: string) => advance({ clock, store, committer, busy, timers }, toIso);
  const server = openServer(call, clock.virtual ? advanceTo : undefined);
  if (!clock.virtual) arm = timers.arm;
  resume({ store, lanes, busy }).then(
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
    idle: busy.idle,
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
