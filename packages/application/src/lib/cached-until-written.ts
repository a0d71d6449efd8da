import { plusHours } from "@yigong/core/lib/time.ts";

interface Freshness {
  /** ISO-8601 UTC. */
  now: () => string;
  /** How many writes this process began or ended: a value read before the last of them is read anew. */
  writes: () => number;
  /** How old a value may be where another process wrote. */
  seconds: number;
}

/** Caches what is only shown. A clock that was set back, and a read that failed, invalidate the cache. */
export function cachedUntilWritten<Value>(read: () => Promise<Value>, { now, writes, seconds }: Freshness) {
  let last: { writes: number; from: string; until: string; value: Promise<Value> } | undefined;

  return (): Promise<Value> => {
    const at = now();
    if (last && last.writes === writes() && last.from <= at && at < last.until) return last.value;
    const value = read();
    const begun = { writes: writes(), from: at, until: plusHours(at, seconds / 3600), value };
    last = begun;
    value.catch(() => {
      if (last === begun) last = undefined;
    });
    return value;
  };
}
