import type { OutboxRows } from "@yigong/core/outbox/outbox.store.ts";
import type { Outbox } from "@yigong/functions/outbox/runner.ts";
import type { Engine } from "@yigong/stepfunctions";
import type { Scheduler } from "./schedule.ts";

export interface Work {
  /** Effects were committed: send them soon. Never fails, never waits. */
  wake(): void;
  settle(): Promise<void>;
  advanceTo(instant: string): Promise<void>;
  beat(): Promise<void>;
}

const HOUR = 3_600_000;

/** What moves on one machine besides requests: outbox, timers and schedules, in real or virtual time. */
export function openWork(deps: {
  engine: Engine;
  outbox: Outbox;
  rows: Pick<OutboxRows, "nextDueAt">;
  scheduler: Scheduler;
  report: (what: string, error: unknown) => void;
}): Work {
  const { engine, outbox, rows, scheduler, report } = deps;
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

  /** Until neither side has caused anything on the other. */
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
  };
}
