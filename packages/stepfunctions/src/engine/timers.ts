import type { Services } from "../run/run.ts";
import { wake } from "../states/transitions.ts";
import type { Store } from "../store/store.ts";
import type { Lanes } from "./execution-queues.ts";
import type { Busy } from "./in-flight.ts";

/** Longer sleeps are cut: setTimeout overflows at 24.8 days, and a clock that was put forward is noticed in time. */
const longestSleepMs = 60_000;
const wokenAtOnce = 256;

export interface TimerParts {
  readonly store: Store;
  readonly services: Services;
  readonly busy: Busy;
  lanes(): Lanes;
}

/** Wakes branches whose time has come: by itself in real time, through `fireAllUntil` in virtual time. */
export function openTimers({ store, services, busy, lanes }: TimerParts) {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let firing = false;

  const fire = async (executionId: number, branchId: number): Promise<void> => {
    await lanes().on(executionId, (run) => wake(run, branchId, services));
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
  /** Wakes all that is due now, in order of their instants. */
  const fireDue = async (): Promise<void> => {
    if (firing || stopped) return;
    firing = true;
    clearTimeout(timer);
    busy.enter();
    try {
      for (let due = store.dueBranches(services.now(), wokenAtOnce); due.length > 0; ) {
        await Promise.allSettled(due.map(({ execution, id }) => fire(execution, id)));
        if (stopped) return;
        due = store.dueBranches(services.now(), wokenAtOnce);
      }
    } finally {
      firing = false;
      busy.leave();
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
