import type { Services } from "../run/run.ts";
import { wake } from "../states/transitions.ts";
import type { Store } from "../store/store.ts";
import type { ExecutionQueues } from "./execution-queues.ts";
import type { InFlight } from "./in-flight.ts";

/** Upper bound of a sleep: setTimeout overflows at 24.8 days, and a clock that jumped ahead is noticed within a minute. */
const longestSleepMs = 60_000;
const batchSize = 256;

export interface TimerParts {
  readonly store: Store;
  readonly services: Services;
  readonly inFlight: InFlight;
  queues(): ExecutionQueues;
}

/** Wakes branches that are due: by a timer in real time, by `advance` in virtual time. */
export function openTimers({ store, services, inFlight, queues }: TimerParts) {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let firing = false;

  const fire = async (executionId: number, branchId: number): Promise<void> => {
    await queues().enqueue(executionId, (run) => wake(run, branchId, services));
  };
  const arm = () => {
    if (stopped || firing) return;
    clearTimeout(timer);
    const due = store.firstDue();
    if (due === undefined) return;
    timer = setTimeout(
      () => fireDue().catch(() => undefined),
      Math.min(Math.max(due - services.now(), 0), longestSleepMs),
    );
  };
  /** Wakes all branches that are due, in order of their instants. */
  const fireDue = async (): Promise<void> => {
    if (firing || stopped) return;
    firing = true;
    clearTimeout(timer);
    inFlight.begin();
    try {
      for (let due = store.dueBranches(services.now(), batchSize); due.length > 0; ) {
        await Promise.allSettled(due.map(({ execution, id }) => fire(execution, id)));
        if (stopped) return;
        due = store.dueBranches(services.now(), batchSize);
      }
    } finally {
      firing = false;
      inFlight.end();
      arm();
    }
  };
  return {
    arm,
    fireDue,
    fire,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
