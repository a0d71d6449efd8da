import { Fault } from "../lib/fault.ts";
import { endExecution } from "../run/end-branch.ts";
import type { Effect, Run, Services } from "../run/run.ts";
import { takeTransitions } from "../states/transitions.ts";
import type { Committer } from "../store/committer.ts";
import type { Store } from "../store/store.ts";
import type { InFlight } from "./in-flight.ts";

/** Transitions of one execution between two commits, so that a loop of Pass states does not starve other executions. */
const transitionsPerTurn = 64;

type Operation<T> = (run: Run) => Promise<T> | T;

interface Queue {
  run: Run;
  tail: Promise<unknown>;
  users: number;
}

export interface QueueParts {
  readonly store: Store;
  readonly committer: Committer;
  readonly services: Services;
  readonly inFlight: InFlight;
  load(id: number): Run | undefined;
  perform(run: Run, effects: readonly Effect[]): void;
}

export type ExecutionQueues = ReturnType<typeof openExecutionQueues>;

/** One queue per active execution: its operations run one at a time, each followed by the transitions that it makes
 * possible, and resolve once all of that is on disk. Executions that only wait are not in memory. */
export function openExecutionQueues({ store, committer, services, inFlight, load, perform }: QueueParts) {
  const queues = new Map<number, Queue>();

  const queueOf = (id: number): Queue | undefined => {
    const known = queues.get(id);
    if (known) return known;
    const run = load(id);
    return run && open(run);
  };
  const open = (run: Run): Queue => {
    const queue = { run, tail: Promise.resolve(), users: 0 };
    queues.set(run.execution.id, queue);
    return queue;
  };
  const retain = (queue: Queue) => {
    queue.users += 1;
    inFlight.begin();
  };
  const release = (queue: Queue) => {
    queue.users -= 1;
    if (queue.users === 0) queues.delete(queue.run.execution.id);
    inFlight.end();
  };

  const save = (queue: Queue, more: boolean): Promise<void> => {
    const effects = queue.run.effects.splice(0);
    return committer.commit(store.writesOf(queue.run)).then(() => {
      perform(queue.run, effects);
      if (more) enqueueOn(queue, () => undefined).catch(() => undefined);
    });
  };
  const turn = async <T>(queue: Queue, operation: Operation<T>): Promise<{ answer: T; saved: Promise<void> }> => {
    try {
      const answer = await operation(queue.run);
      const more = await takeTransitions(queue.run, services, transitionsPerTurn);
      return { answer, saved: save(queue, more) };
    } catch (error) {
      if (error instanceof Fault) throw error;
      await failFromDisk(queue, error);
      throw error;
    }
  };
  /** After a bug in the engine the state in memory may be half changed: the execution is loaded again and fails. */
  const failFromDisk = async (queue: Queue, error: unknown) => {
    committer.flush();
    const { isNew } = queue.run;
    const again = isNew ? undefined : load(queue.run.execution.id);
    if (again?.execution.status !== "RUNNING") return;
    queue.run = again;
    endExecution(again, "FAILED", services.now(), {
      error: "States.Runtime",
      cause: `The engine failed: ${String(error)}`,
    });
    await save(queue, false);
  };
  const enqueueOn = async <T>(queue: Queue, operation: Operation<T>): Promise<T> => {
    retain(queue);
    try {
      const mine = queue.tail.then(() => turn(queue, operation));
      queue.tail = mine.catch(() => undefined);
      const { answer, saved } = await mine;
      await saved;
      return answer;
    } finally {
      release(queue);
    }
  };
  return {
    /** Resolves when the operation and its transitions are on disk; undefined when there is no such execution. */
    enqueue: async <T>(id: number, operation: Operation<T>): Promise<T | undefined> => {
      const queue = queueOf(id);
      return queue && enqueueOn(queue, operation);
    },
    /** Adds a new execution and takes its first transitions. */
    add: (run: Run): Promise<void> => enqueueOn(open(run), () => undefined),
    /** Keeps an execution in memory during a call that runs outside its queue. */
    retainDuring: async (run: Run, call: () => Promise<void>): Promise<void> => {
      const queue = queueOf(run.execution.id);
      if (!queue) return;
      retain(queue);
      try {
        await call();
      } finally {
        release(queue);
      }
    },
  };
}
