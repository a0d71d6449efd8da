import { AsyncLocalStorage } from "node:async_hooks";
import type { Machine } from "@yigong/local/machine.ts";

/** What the invocations of one function came to. */
export interface Invoked {
  count: number;
  /** Of these, the ones that woke the outbox. */
  wakes: number;
  storeCalls: number;
  readUnits: number;
  writeUnits: number;
  /** From the first line of the handler to the last, whatever else this machine did meanwhile. */
  wallMs: number;
  /** Processor time of this process: our own work. Exact when requests come one by one. */
  ownMs: number;
  /** The rest, if a request to the store took `STORE_CALL_MS`. */
  assumedStoreMs: number;
}

/** What a lifecycle made Lambda and S3 do, by the names of functions on AWS. */
export interface Invocations {
  functions: Record<string, Invoked>;
  files: { puts: number; gets: number };
  /** Does something as one invocation of a function. */
  of<Result>(name: string, run: () => Promise<Result>): Promise<Result>;
  /** Begins anew. */
  forget(): void;
}

/** What a request to DynamoDB takes inside a region; the store of this machine answers in about one. */
export const STORE_CALL_MS = 5;

/** One invocation while it runs. */
interface Running {
  name: string;
  began: number;
  cpu: NodeJS.CpuUsage;
  woke: boolean;
  calls: number;
  inFlight: number;
  busySince: number;
  busyMs: number;
  /** Of all requests to the store, those side by side counted each. */
  callsMs: number;
  readUnits: number;
  writeUnits: number;
}

const fresh = (name: string): Running => {
  const numbers = { calls: 0, inFlight: 0, busySince: 0, busyMs: 0, callsMs: 0, readUnits: 0, writeUnits: 0 };
  return { name, began: performance.now(), cpu: process.cpuUsage(), woke: false, ...numbers };
};
const nothing = (): Invoked => ({
  ...{ count: 0, wakes: 0, storeCalls: 0, readUnits: 0, writeUnits: 0 },
  ...{ wallMs: 0, ownMs: 0, assumedStoreMs: 0 },
});

/** Requests that went side by side would go side by side there too. */
const assumedStoreMs = ({ calls, busyMs, callsMs }: Running): number =>
  callsMs === 0 ? 0 : (calls * STORE_CALL_MS * busyMs) / callsMs;

function account(functions: Invocations["functions"], running: Running): void {
  const ms = performance.now() - running.began;
  const { user, system } = process.cpuUsage(running.cpu);
  functions[running.name] ??= nothing();
  const sum = functions[running.name] ?? nothing();
  sum.count += 1;
  sum.wakes += running.woke ? 1 : 0;
  sum.storeCalls += running.calls;
  sum.readUnits += running.readUnits;
  sum.writeUnits += running.writeUnits;
  sum.wallMs += ms;
  sum.ownMs += (user + system) / 1_000;
  sum.assumedStoreMs += assumedStoreMs(running);
}

interface Consumed {
  CapacityUnits?: number;
}

const READING = /^(BatchGet|TransactGet|Get|Query|Scan)/;

/** Puts each request to the store down to the invocation that sent it. */
function watchStore({ app }: Machine, now: AsyncLocalStorage<Running>): void {
  app.useCases.table.client.middlewareStack.add(
    (next, { commandName = "" }) =>
      async (args) => {
        const running = now.getStore();
        if (!running) return next(args);
        const began = performance.now();
        if (running.inFlight === 0) running.busySince = began;
        running.inFlight += 1;
        try {
          const result = await next(args);
          const { ConsumedCapacity } = result.output as { ConsumedCapacity?: Consumed | Consumed[] };
          for (const { CapacityUnits = 0 } of [ConsumedCapacity ?? []].flat())
            running[READING.test(commandName) ? "readUnits" : "writeUnits"] += CapacityUnits;
          return result;
        } finally {
          const ended = performance.now();
          running.inFlight -= 1;
          running.calls += 1;
          running.callsMs += ended - began;
          if (running.inFlight === 0) running.busyMs += ended - running.busySince;
        }
      },
    { step: "initialize", priority: "high", name: "invocations" },
  );
}

/** S3 asks for a PUT and a GET what it asks for a HEAD; deleting is free. */
function watchFiles({ app }: Machine, files: Invocations["files"]): void {
  const { read, write, size } = app.useCases.files;
  Object.assign(app.useCases.files, {
    read: (key: string) => {
      files.gets += 1;
      return read(key);
    },
    size: (key: string) => {
      files.gets += 1;
      return size(key);
    },
    write: (...args: Parameters<typeof write>) => {
      files.puts += 1;
      return write(...args);
    },
  });
}

/**
 * Watches a machine do what functions do on AWS: a request, an entry of a stage and a run of the outbox are invocations.
 *
 * What the machine does by itself (its clock, its jobs, a sweep that finds nothing) is nobody's and is left out.
 */
export function watchInvocations(machine: Machine): Invocations {
  const now = new AsyncLocalStorage<Running>();
  const functions: Invocations["functions"] = {};
  const files = { puts: 0, gets: 0 };
  const of: Invocations["of"] = (name, run) => {
    const running = fresh(name);
    return now.run(running, async () => {
      try {
        return await run();
      } finally {
        account(functions, running);
      }
    });
  };
  watchStore(machine, now);
  watchFiles(machine, files);
  const { tasks, outbox, jobs } = machine.app;
  for (const [name, task] of Object.entries(tasks))
    Object.assign(tasks, { [name]: (event: unknown) => of(name, () => task(event)) });
  outbox.run = watchedOutbox(outbox.run, { now, functions });
  jobs.sweepOutbox = outbox.run;
  return {
    functions,
    files,
    of,
    forget() {
      for (const name of Object.keys(functions)) delete functions[name];
      Object.assign(files, { puts: 0, gets: 0 });
    },
  };
}

/** A run of the outbox belongs to whoever woke it, or to the sweep of the minute if nobody did. */
function watchedOutbox(
  run: () => Promise<number>,
  { now, functions }: { now: AsyncLocalStorage<Running>; functions: Invocations["functions"] },
) {
  let busy = false;
  return async (): Promise<number> => {
    const cause = now.getStore();
    if (cause && !cause.name.startsWith("Outbox")) cause.woke = true;
    if (busy) return run();
    busy = true;
    const running = fresh(cause ? "Outbox" : "Outbox by the sweep");
    return now.run(running, async () => {
      try {
        const handled = await run();
        if (cause || handled > 0) account(functions, running);
        return handled;
      } finally {
        busy = false;
      }
    });
  };
}
