import { Refusal } from "./error.ts";

const ATTEMPTS = 12;

/**
 * Loads, decides and saves an item with one owner, and starts over when somebody else saved meanwhile.
 *
 * A decision that hands back the loaded item writes nothing.
 * @param save - writes under the condition that the version is unmoved; false when it moved
 * @throws the busy code, kind `unavailable`, after twelve clashes in a row; whatever `decide` throws
 */
export async function changeItem<Item, Decision extends { item: Item }>({
  load,
  decide,
  save,
  busy,
}: {
  load: () => Promise<Item>;
  decide: (item: Item) => Decision;
  save: (before: Item, decision: Decision) => Promise<boolean>;
  busy: string;
}): Promise<Item> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const before = await load();
    const decision = decide(before);
    if (decision.item === before) return before;
    if (await save(before, decision)) return decision.item;
  }
  throw new Refusal("unavailable", busy, "Others kept changing this at the same time. Try again.");
}
