/** Runs over items with up to `ahead` under way, and gives the results in the items' order. */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  ahead: number,
  run: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = [];
  for await (const item of items) {
    const result = run(item);
    // Whoever takes it hears of a failure; until then it is not unhandled.
    result.catch(() => {});
    running.push(result);
    const next = running.length < ahead ? undefined : running.shift();
    if (next) yield await next;
  }
  for (const result of running) yield await result;
}
