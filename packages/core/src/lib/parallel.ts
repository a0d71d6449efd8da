/**
 * Runs over items, at most `width` at a time.
 *
 * After a fault nothing more is begun; what was begun is awaited, then the first fault is thrown.
 */
export async function inParallel<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  width: number,
  run: (item: Item) => Promise<unknown>,
): Promise<void> {
  const queue = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  const faults: unknown[] = [];
  const worker = async () => {
    while (faults.length === 0) {
      const next = await queue.next();
      if (next.done || faults.length > 0) return;
      await run(next.value);
    }
  };
  const guarded = () => worker().catch((fault: unknown) => void faults.push(fault));
  await Promise.all(Array.from({ length: width }, guarded));
  if (faults.length === 0) return;
  await queue.return?.();
  throw faults[0];
}

/** Runs over items as `inParallel` does. @returns the results in the order of the items */
export async function mapInParallel<Item, Result>(
  items: readonly Item[],
  width: number,
  run: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  await inParallel(items.entries(), width, async ([at, item]) => {
    results[at] = await run(item);
  });
  return results;
}

/** Runs over a stream with at most `ahead` items under way, and yields the results in the order of the items. */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  ahead: number,
  run: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = [];
  for await (const item of items) {
    const result = run(item);
    // A rejection is handled when its turn comes; until then Node would report it as unhandled.
    result.catch(() => {});
    running.push(result);
    const next = running.length < ahead ? undefined : running.shift();
    if (next) yield await next;
  }
  for (const result of running) yield await result;
}

/** Cuts a list into parts of at most `size`. */
export const chunksOf = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
