/**
 * Runs a function for each item of a stream, at most `width` at a time.
 *
 * After an error it starts no further calls, awaits those in progress, and throws the first error.
 */
export async function forEachParallel<Item>(
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
