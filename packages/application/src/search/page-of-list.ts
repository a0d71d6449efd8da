import type { Page } from "@yigong/core/lib/page.ts";
import { storeRefusal } from "@yigong/core/lib/store.refusals.ts";

/** Where a page of a list begins: after what the cursor names, or so many from the beginning. */
export interface Place {
  limit: number;
  cursor?: string | undefined;
  offset?: number | undefined;
}

/** A page of a list, and how many match in all. */
export interface Counted<Item> extends Page<Item> {
  total: number;
}

/**
 * One page of those who match in a list that is at hand.
 *
 * @param keyOf - what a cursor says of an item
 * @throws `page.bad_cursor`
 */
export function pageOfList<Item>(
  all: readonly Item[],
  matches: (item: Item) => boolean,
  { limit, cursor, offset = 0, keyOf }: Place & { keyOf: (item: Item) => string },
): Counted<Item> {
  const begin = cursor === undefined ? -1 : all.findIndex((item) => keyOf(item) === cursor);
  if (cursor !== undefined && begin < 0) throw storeRefusal("page.bad_cursor");
  const before = all.slice(0, begin + 1).filter(matches).length + offset;
  const matching = all.filter(matches);
  const items = matching.slice(before, before + limit);
  const last = items.at(-1);
  const hasMore = before + limit < matching.length && last !== undefined;
  return { items, cursor: hasMore ? keyOf(last) : undefined, total: matching.length };
}

/** Lists in some order, each made once for as long as the book stays as it is. */
export function sorting<Entry>() {
  const made = new WeakMap<object, Map<string, readonly Entry[]>>();
  return (entries: ReadonlyMap<string, Entry>, order: string, keyOf: (entry: Entry) => string): readonly Entry[] => {
    const orders = made.get(entries) ?? new Map<string, readonly Entry[]>();
    made.set(entries, orders);
    const known = orders.get(order);
    if (known) return known;
    const keyed = [...entries.values()].map((entry) => ({ entry, key: keyOf(entry) }));
    const sorted = keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ entry }) => entry);
    orders.set(order, sorted);
    return sorted;
  };
}
