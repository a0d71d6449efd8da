const MS = 60_000;

/**
 * Caches a value for a minute. For what is only shown: no decision may depend on it.
 *
 * @param now - the clock, ISO-8601 UTC. A clock that was set back, and a read that failed, invalidate the cache.
 */
export function cachedForAMinute<Value>(read: () => Promise<Value>, now: () => string): () => Promise<Value> {
  let kept: { value: Value; atMs: number } | undefined;
  return async () => {
    const atMs = Date.parse(now());
    if (kept && atMs >= kept.atMs && atMs - kept.atMs < MS) return kept.value;
    const value = await read();
    kept = { value, atMs };
    return value;
  };
}
