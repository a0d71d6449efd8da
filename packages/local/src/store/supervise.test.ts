import { expect, it } from "vitest";
import type { Kept } from "./guarded-process.ts";
import { supervise } from "./supervise.ts";

/** A program that ends when the test says so; `whenWatched` is told that somebody waits for its end. */
function program(pid: number, whenWatched = (_end: () => void) => {}) {
  const { promise, resolve: fall } = Promise.withResolvers<void>();
  let over = false;
  const end = () => {
    over = true;
    fall();
  };
  const kept: Kept = {
    keeperPid: pid,
    childPid: () => pid,
    output: () => `words of ${pid}`,
    get ended() {
      whenWatched(end);
      return promise;
    },
    hasEnded: () => over,
    end: async () => end(),
  };
  return { kept, end };
}

/** A supervisor whose programs run for the given milliseconds each; after them they run on. */
async function supervised(lifetimes: readonly number[], { failing = false } = {}) {
  const pauses: number[] = [];
  let clock = 0;
  let count = 0;
  const next = () => {
    const lifetime = lifetimes[count];
    count += 1;
    return program(count, (end) => {
      if (lifetime === undefined) return;
      clock += lifetime;
      end();
    }).kept;
  };
  const lost = Promise.withResolvers<Error>();
  const steady = Promise.withResolvers<void>();
  const start = async () => {
    if (failing) throw new Error("port taken");
    const kept = next();
    if (count > lifetimes.length) steady.resolve();
    return kept;
  };
  const pause = async (milliseconds: number) => pauses.push(milliseconds);
  const running = supervise(next(), start, {
    dataDir: "data",
    log: () => {},
    onLost: lost.resolve,
    now: () => clock,
    pause,
  });
  const outcome = await Promise.race([lost.promise, steady.promise]);
  return { running, outcome, pauses, started: () => count };
}

it("starts a dead store again at once, then ever later", async () => {
  const { running, pauses, outcome } = await supervised([10, 10, 10, 10, 10]);

  expect(outcome).toBeUndefined();
  expect(pauses).toEqual([0, 400, 800, 1600, 3200]);
  expect(running.pid()).toBe(6);
});

it("gives up after five, with the last words of the dead", async () => {
  const { running, outcome, started } = await supervised([10, 10, 10, 10, 10, 10]);

  expect(outcome).toMatchObject({ message: expect.stringContaining("words of 6") });
  expect(started()).toBe(6);
  expect(running.pid()).toBeUndefined();
});

it("counts a start in vain like a fall", async () => {
  const { outcome, pauses } = await supervised([10], { failing: true });

  expect(outcome).toMatchObject({ message: expect.stringContaining("port taken") });
  expect(pauses).toHaveLength(5);
});

it("begins anew after half a minute without a fall", async () => {
  const { pauses, outcome } = await supervised([10, 10, 30_001, 10, 10, 10, 10]);

  expect(outcome).toBeUndefined();
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
  const gate = Promise.withResolvers<Kept>();
  const asked = Promise.withResolvers<void>();
  const start = () => {
    asked.resolve();
    return gate.promise;
  };
  const running = supervise(first.kept, start, { dataDir: "data", log: () => {}, onLost: () => {} });
  first.end();
  await asked.promise;
  const stopped = running.stop();
  gate.resolve(second.kept);
  await stopped;

  expect(second.kept.hasEnded()).toBe(true);
});
