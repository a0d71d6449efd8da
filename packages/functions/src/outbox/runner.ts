import { withCorrelation } from "@yigong/core/lib/correlation.ts";
import { LANES, type Lane } from "@yigong/core/outbox/lane.ts";
import { openLane } from "./lane.ts";
import type { SendDeps } from "./send-effect.ts";
import { type Tally, tell } from "./tally.ts";

/** So often the other lanes are looked at while messages are under way: on AWS no wake reaches a function that runs. */
const LOOK_AGAIN_MS = 2_000;
/** What is under way may end by itself for so long after a stop, and is then given so long to notice that it was cut off. */
const GRACE_MS = 2_000;
const NOTICE_MS = 500;

/** Sends effects. It is the only way in which anything leaves the domain. */
export interface Outbox {
  /**
   * Sends what is due at the clock's instant until nothing is. What went wrong is told here: no caller need report it.
   *
   * @param stopAt - no effect, nor a further part of one, is begun from this instant on; ISO-8601 UTC
   * @returns how many effects were handled
   */
  run(stopAt?: string): Promise<number>;
  /**
   * Begins nothing more, lets what is under way end, and cuts off what does not within `graceMs`; its rows stay for the
   * next start. Resolves soon after that, whatever hangs.
   */
  stop(graceMs?: number): Promise<void>;
}

interface Run {
  wake(): void;
  handled: Promise<number>;
}

export interface RunnerDeps extends SendDeps {
  /** Calls a function again and again until the function that it hands back is called. */
  every?: (look: () => void) => () => void;
}

const everyTwoSeconds = (look: () => void) => {
  const timer = setInterval(look, LOOK_AGAIN_MS);
  return () => clearInterval(timer);
};

export function outboxRunner({ every = everyTwoSeconds, ...deps }: RunnerDeps): Outbox {
  const { now, observe } = deps;
  const stopping = new AbortController();
  const cutting = new AbortController();
  const busy = new Set<string>();

  const begin = (stopAt: string | undefined): Run => {
    const tally: Tally = { sent: 0, later: 0, failed: 0 };
    const begun = performance.now();
    const isOver = () => stopping.signal.aborted || (stopAt !== undefined && now() >= stopAt);
    const state = { tally, isOver, signal: cutting.signal };
    const faults: unknown[] = [];
    let handled = 0;
    const runs = LANES.map((lane) => {
      const run = openLane({ ...deps, lane, busy }, state, {
        handled(count) {
          handled += count;
          // Work in the house is what causes other effects.
          if (lane === "work") wakeBut("work");
        },
        fault: (error) => faults.push(error),
      });
      return { lane, run };
    });
    const lanes = runs.map(({ run }) => run);
    const wakeBut = (but?: Lane) => {
      for (const { lane, run } of runs) if (lane !== but) run.wake();
    };
    const wake = () => wakeBut();
    const all = async () => {
      wake();
      const end = every(() => wakeBut("outward"));
      try {
        while (lanes.some(({ running }) => running)) await Promise.all(lanes.map(({ running }) => running));
      } finally {
        // In the same turn as the last look at the lanes: a wake in between would be lost.
        current = undefined;
        end();
      }
      if (faults.length === 0) tell(tally, { observe, begun, at: now() });
      for (const fault of faults.slice(0, 1)) {
        observe.fault("outbox", fault);
        observe.count("Faults");
        throw fault;
      }
      return handled;
    };
    // Under nobody's correlation: on one machine a request wakes it, and it sends others' effects too.
    return { wake, handled: withCorrelation(undefined, all) };
  };

  let current: Run | undefined;
  return {
    async run(stopAt) {
      if (stopping.signal.aborted) return 0;
      if (current === undefined) current = begin(stopAt);
      else current.wake();
      return current.handled;
    },
    async stop(graceMs = GRACE_MS) {
      stopping.abort();
      if (current === undefined) return;
      const ended = current.handled.then(
        () => undefined,
        () => undefined,
      );
      const cut = setTimeout(() => cutting.abort(), graceMs);
      const { promise: late, resolve } = Promise.withResolvers<void>();
      const last = setTimeout(resolve, graceMs + NOTICE_MS);
      await Promise.race([ended, late]);
      clearTimeout(cut);
      clearTimeout(last);
    },
  };
}
