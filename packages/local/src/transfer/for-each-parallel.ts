/**
 * Does something for each item as it comes, at most so many at a time.
 *
 * After a fault it begins nothing more, ends what it began, and throws.
 */
export async function eachOf<Item>(
  items: AsyncIterable<Item>,
  width: number,
  run: (item: Item) => Promise<unknown>,
): Promise<void> {
  const queue = items[Symbol.asyncIterator]();
  const faults: unknown[] = [];
  const worker = async () => {
    while (faults.length === 0) {
      const next = await queue.next();
      if (next.done) return;
      await run(next.value);
    }
  };
  const guarded = () => worker().catch((fault: unknown) => void faults.push(fault));
  await Promise.all(Array.from({ length: width }, guarded));
  if (faults.length === 0) return;
  await queue.return?.();
  throw faults[0];
}
