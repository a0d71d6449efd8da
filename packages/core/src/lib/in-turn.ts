/**
 * Lets what concerns one key run one after another in this process, and other keys beside it.
 *
 * Only spares clashes: what must hold across processes is held by conditional writes.
 */
export function inTurn(): <Result>(key: string, run: () => Promise<Result>) => Promise<Result> {
  const last = new Map<string, Promise<unknown>>();
  return async (key, run) => {
    const before = last.get(key) ?? Promise.resolve();
    const turn = before.then(
      () => run(),
      () => run(),
    );
    last.set(key, turn);
    try {
      return await turn;
    } finally {
      if (last.get(key) === turn) last.delete(key);
    }
  };
}
