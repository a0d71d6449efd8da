/** Does something for each item, at most so many at a time; after a fault it begins nothing more, ends what it began, and throws. */
export async function inParallel<Item>(
  items: Iterable<Item>,
  width: number,
  run: (item: Item) => Promise<unknown>,
): Promise<void> {
  const queue = items[Symbol.iterator]();
  const faults: unknown[] = [];
  const worker = async () => {
    for (let next = queue.next(); !next.done; next = queue.next()) {
      await run(next.value).catch((fault: unknown) => faults.push(fault));
      if (faults.length > 0) return;
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  if (faults.length > 0) throw faults[0];
}

/** Cuts a list into parts of at most `size`. */
export const chunksOf = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
