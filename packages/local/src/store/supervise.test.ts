import { expect, it } from "vitest";
import type { GuardedProcess } from "./guarded-process.ts";
import { supervise } from "./supervise.ts";

/** A program that ends when the test says so; `whenWatched` is told that somebody waits for its end. */
function program(pid: number, whenWatched = (_end: () => void) => {}) {
  const { promise, resolve: fall } = Promise.withResolvers<void>();
  let over = false;
  const end = () => {
    over = true;
    fall();
  };
  const guarded: GuardedProcess = {
    guardPid: pid,
    childPid: () => pid,
    output: () => `words of ${pid}`,
    get ended() {
      whenWatched(end);
      return promise;
    },
    hasEnded: () => over,
    end: async () => end(),
  };
  return { guarded, end };
}

/** A supervisor whose programs run for the given milliseconds each; after them they run on. */
async function supervised(lifetimes: readonly number[], { failures = 0 } = {}) {
  const pauses: number[] = [];
  let clock = 0;
  let count = 0;
  let attempts = 0;
  const next = () => {
    const lifetime = lifetimes[count];
    count += 1;
    return program(count, (end) => {
      if (lifetime === undefined) return;
      clock += lifetime;
      end();
    }).guarded;
  };
  const steady = Promise.withResolvers<void>();
  const start = async () => {
    attempts += 1;
    if (attempts <= failures) throw new Error("port taken");
    const guarded = next();
    if (count > lifetimes.length) steady.resolve();
    return guarded;
  };
  const pause = async (milliseconds: number) => pauses.push(milliseconds);
  const running = supervise(next(), start, {
    dataDir: "data",
    log: () => {},
    now: () => clock,
    pause,
  });
  await steady.promise;
  return { running, pauses, started: () => count };
}

it("starts a dead store again at once, then ever later", async () => {
  const { running, pauses } = await supervised([10, 10, 10, 10, 10]);

  expect(pauses).toEqual([0, 400, 800, 1600, 3200]);
  expect(running.pid()).toBe(6);
});

it.each([6, 7, 50])("is still there after %i falls in a row, five seconds apart at the most", async (falls) => {
  const { running, pauses, started } = await supervised(Array.from({ length: falls }, () => 10));

  expect(started()).toBe(falls + 1);
  expect(running.pid()).toBe(falls + 1);
  expect(pauses.slice(5)).toEqual(Array.from({ length: falls - 5 }, () => 5000));
});

it("counts a start in vain like a fall, and goes on", async () => {
  const { running, pauses } = await supervised([10], { failures: 7 });

  expect(pauses).toEqual([0, 400, 800, 1600, 3200, 5000, 5000, 5000]);
  expect(running.pid()).toBe(2);
});

it("begins anew after half a minute without a fall", async () => {
  const { pauses } = await supervised([10, 10, 30_001, 10, 10, 10, 10]);

  expect(pauses).toEqual([0, 400, 0, 400, 800, 1600, 3200]);
});

it("starts nothing any more once it is stopped", async () => {
  const { running, started } = await supervised([10]);
  await running.stop();

  expect(started()).toBe(2);
  expect(running.pid()).toBeUndefined();
});

it("ends a store that was being started when it is stopped", async () => {
  const first = program(1);
  const second = program(2);
  const gate = Promise.withResolvers<GuardedProcess>();
  const asked = Promise.withResolvers<void>();
  const start = () => {
    asked.resolve();
    return gate.promise;
  };
  const running = supervise(first.guarded, start, { dataDir: "data", log: () => {} });
  first.end();
  await asked.promise;
  const stopped = running.stop();
  gate.resolve(second.guarded);
  await stopped;

  expect(second.guarded.hasEnded()).toBe(true);
});
