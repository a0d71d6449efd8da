import { Worker } from "node:worker_threads";
import type { Json } from "../lib/json.ts";
import type { Bindings, Evaluated } from "./evaluate-inline.ts";
import type { Job, Reply } from "./worker.ts";

/** One native call, such as a regular expression's, cannot be metered: after this the thread is terminated. */
const longestMs = 3_000;
const maxWorkers = 2;
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

interface QueuedJob {
  readonly job: Job;
  resolve(answer: Evaluated): void;
}

const queue: QueuedJob[] = [];
const idle: Worker[] = [];
let count = 0;

/** Evaluates an expression in a worker thread with limits on time and memory. Exceeding them is an error answer. */
export function evaluateInWorker(source: string, bindings: Bindings): Promise<Evaluated> {
  return new Promise((resolve) => {
    queue.push({ job: { source, bindings }, resolve });
    next();
  });
}

function next(): void {
  if (queue.length === 0) return;
  const worker = idle.pop() ?? (count < maxWorkers ? spawnWorker() : undefined);
  const queued = worker && queue.shift();
  if (worker && queued) dispatch(worker, queued);
}

function spawnWorker(): Worker {
  count += 1;
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { resourceLimits });
  worker.once("exit", () => {
    const at = idle.indexOf(worker);
    if (at < 0) return;
    idle.splice(at, 1);
    count -= 1;
  });
  return worker;
}

function dispatch(worker: Worker, { job, resolve }: QueuedJob): void {
  let over = false;
  const end = (answer: Evaluated, reusable: boolean) => {
    if (over) return;
    over = true;
    clearTimeout(timer);
    worker.off("message", onMessage).off("error", onError).off("exit", onExit);
    worker.unref();
    if (reusable) idle.push(worker);
    else {
      count -= 1;
      worker.on("error", () => undefined);
      worker.terminate().catch(() => undefined);
    }
    resolve(answer);
    next();
  };
  const timer = setTimeout(() => end(failed("The expression takes too long"), false), longestMs);
  worker.ref();
  // Under `node --watch` a worker also reports the files that it loads.
  const onMessage = (message: Reply | Record<string, unknown>) => {
    if (isReply(message)) end(read(message), true);
  };
  const onError = (error: Error) => end(failed(error.message), false);
  const onExit = () => end(failed("The expression was stopped"), false);
  worker.on("message", onMessage).on("error", onError).on("exit", onExit);
  try {
    worker.postMessage(job);
  } catch (error) {
    end(failed(String(error)), false);
  }
}

const failed = (message: string): Evaluated => ({ kind: "error", message });

const isReply = (message: Reply | Record<string, unknown>): message is Reply => "kind" in message;

const read = (reply: Reply): Evaluated =>
  reply.kind === "text" ? { kind: "value", value: JSON.parse(reply.text) as Json } : reply;
