import type { OutboxRows } from "@yigong/core/outbox/outbox.store.ts";
import type { Outbox } from "@yigong/functions/outbox/runner.ts";
import type { Engine } from "@yigong/stepfunctions";
import type { Scheduler } from "./schedule.ts";

export interface BackgroundRunner {
  /** Sends committed effects soon. Never throws, never blocks. */
  wake(): void;
  /** Resolves when engine and outbox are both idle. */
  settle(): Promise<void>;
  /** Virtual time: advances to an instant (ISO-8601 UTC), stopping at each due timer and effect on the way. Scheduled jobs
   * are looked at after steps of an hour or more. */
  advanceTo(instant: string): Promise<void>;
  /** Real time: runs what is due. To be called every second or so. Never waits for what leaves. */
  beat(): Promise<void>;
  /** Lets what is under way end, and cuts off what does not in time. Resolves within three seconds, whatever hangs. */
  stop(): Promise<void>;
}

export interface BackgroundOptions {
  engine: Engine;
  outbox: Outbox;
  rows: Pick<OutboxRows, "nextDueAt">;
  scheduler: Scheduler;
  report: (what: string, error: unknown) => void;
}

const HOUR = 3_600_000;
/** What is under way at a stop has so long to end, in milliseconds; a message has a little more. */
const SETTLE_MS = 1_500;
const LAST_MESSAGE_MS = 500;

/** Waits for some work, but not longer than so many milliseconds. */
async function atMost(milliseconds: number, work: Promise<unknown>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  await Promise.race([promise, work]).finally(() => clearTimeout(timer));
}

/** Runs what no request does on one machine: outbox, timers and schedules, in real or virtual time. */
export function openBackgroundRunner({ engine, outbox, rows, scheduler, report }: BackgroundOptions): BackgroundRunner {
  let sending: Promise<unknown> | undefined;

  const send = async () => {
    try {
      await outbox.run();
    } catch (error) {
      report("outbox", error);
    }
  };
  const wake = () => {
    const current = Promise.all([sending, send()]).finally(() => {
      if (sending === current) sending = undefined;
    });
    sending = current;
  };

  /** Engine and outbox can each give the other something to do. */
  const settle = async () => {
    do {
      await engine.idle();
      if (sending !== undefined) await sending;
      await engine.idle();
    } while (sending !== undefined);
  };

  const tick = () => scheduler.tick(Date.parse(engine.now()));

  const nextStop = async (until: string): Promise<string> => {
    const due = [engine.nextDueAt(), await rows.nextDueAt(), until].filter((at) => at !== undefined);
    const next = due.sort()[0] ?? until;
    return next < engine.now() ? engine.now() : next;
  };

  return {
    wake,
    settle,
    async advanceTo(until) {
      await settle();
      while (engine.now() < until) {
        const before = Date.parse(engine.now());
        const next = await nextStop(until);
        await engine.advanceTo(next);
        wake();
        await settle();
        if (Date.parse(next) - before >= HOUR) await tick();
        await settle();
      }
    },
    async beat() {
      await engine.poke();
      await tick();
      const due = await rows.nextDueAt();
      if (due !== undefined && due <= engine.now()) wake();
    },
    async stop() {
      await atMost(SETTLE_MS, settle());
      await outbox.stop(LAST_MESSAGE_MS);
    },
  };
}
