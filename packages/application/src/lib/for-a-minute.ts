const MS = 60_000;

/**
 * Reads something at most once a minute, for what may be shown a minute late, and nothing is decided by.
 *
 * @param now - the clock, ISO-8601 UTC; when it was set back, or reading failed, the next call reads anew
 */
export function forAMinute<Value>(read: () => Promise<Value>, now: () => string): () => Promise<Value> {
  let kept: { value: Value; atMs: number } | undefined;
  return async () => {
    const atMs = Date.parse(now());
    if (kept && atMs >= kept.atMs && atMs - kept.atMs < MS) return kept.value;
    const value = await read();
    kept = { value, atMs };
    return value;
  };
}
