import type { Subject } from "./subject/subject.ts";

export interface Figures {
  /** Workflows that ended per second, with `inFlight` of them under way. */
  perSecond: number;
  inFlight: number;
  /** Milliseconds from start to durable end with all others under way. */
  loaded: Quantiles;
  /** The same, one workflow after the other. */
  alone: Quantiles;
}

export interface Quantiles {
  p50: number;
  p99: number;
}

export interface Span {
  warmMs: number;
  measuredMs: number;
  inFlight: number;
}

/** Rounds of workflows that must have ended before a rate is believed, and how much longer slow ones are given for them. */
const [rounds, patience] = [3, 8];

/** Runs workflows one by one for a while, then keeps a number of them under way: many disks are slow for some time after
 * hard work. What ends while it warms up does not count. */
export async function measure({ run }: Subject, { warmMs, measuredMs, inFlight }: Span): Promise<Figures> {
  const alone = await during(run, 1, { warmMs: warmMs / 2, measuredMs: measuredMs / 2 });
  const loaded = await during(run, inFlight, { warmMs, measuredMs });
  return {
    perSecond: loaded.perSecond,
    inFlight,
    loaded: quantiles(loaded.times),
    alone: quantiles(alone.times),
  };
}

async function during(run: () => Promise<void>, inFlight: number, span: { warmMs: number; measuredMs: number }) {
  /** How long each took that ended in the measured span, in ms. */
  const times: number[] = [];
  const from = performance.now() + span.warmMs;
  let now = performance.now();
  const isOver = () =>
    now >= from + span.measuredMs && (times.length >= rounds * inFlight || now >= from + patience * span.measuredMs);
  const one = async () => {
    while (!isOver()) {
      const begun = performance.now();
      await run();
      if (isOver()) return;
      now = performance.now();
      if (now >= from) times.push(now - begun);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, one));
  return { times, perSecond: (times.length * 1000) / (now - from) };
}

export function quantiles(times: readonly number[]): Quantiles {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}
