/**
 * Lets callers that ask for the same at the same time share one run.
 *
 * For reads only, and such as may be some moments old: who joins gets what was there when the first began.
 * What is handed out is shared, so nobody may change it.
 */
export function sharedInFlight<Value>(): (key: string, run: () => Promise<Value>) => Promise<Value> {
  const running = new Map<string, Promise<Value>>();
  return (key, run) => {
    const known = running.get(key);
    if (known !== undefined) return known;
    const begun = run().finally(() => running.delete(key));
    running.set(key, begun);
    return begun;
  };
}
