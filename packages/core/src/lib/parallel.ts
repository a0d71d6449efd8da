/**
 * Runs over items, at most `width` of them at a time, and gives the results in the items' order. After a fault it
 * begins nothing more, ends what it began, and throws.
 */
export async function inParallel<Item, Result>(
  items: Iterable<Item>,
  width: number,
  run: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const queue = [...items].entries();
  const results: Result[] = [];
  const faults: unknown[] = [];
  const worker = async () => {
    for (let next = queue.next(); !next.done && faults.length === 0; next = queue.next()) {
      const [at, item] = next.value;
      try {
        results[at] = await run(item);
      } catch (fault) {
        faults.push(fault);
      }
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  if (faults.length > 0) throw faults[0];
  return results;
}

/** Runs over items with up to `ahead` under way, and gives each result in the items' order as soon as it may. */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item> | Iterable<Item>,
  ahead: number,
  run: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = [];
  for await (const item of items) {
    const result = run(item);
    // The consumer is told of a failure; until then it is not unhandled.
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
