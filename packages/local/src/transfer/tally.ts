import { createHash } from "node:crypto";
import * as Run from "@yigong/core/award/run.ts";
import * as Lifecycle from "@yigong/core/lifecycle/lifecycle.ts";
import * as z from "zod";
import { canonicalOf, documentOf, type Item } from "./item.ts";
import { kindOf } from "./row-kind.ts";

const Count = z.int().nonnegative();

/** Number of items of each kind, and an order-independent digest of their content: the sum of their SHA-256. */
export const Kinds = z.record(z.string(), z.object({ count: Count, digest: z.string() }));
export type Kinds = z.infer<typeof Kinds>;

/** Summary of a table's items. */
export const Contents = z.object({
  items: Count,
  kinds: Kinds,
  /** Activities by status; all but `done` and `cancelled` are open. */
  activities: z.record(z.string(), Count),
  /** Award runs by status; all but `done` and `withdrawn` are open. */
  awardRuns: z.record(z.string(), Count),
});
export type Contents = z.infer<typeof Contents>;

/** Accumulates a summary item by item, in constant memory. */
export interface Tally {
  add(item: Item): void;
  contents(): Contents;
}

const MODULUS = 1n << 256n;
const hashed = (item: Item): bigint => BigInt(`0x${createHash("sha256").update(canonicalOf(item)).digest("hex")}`);
const digestOf = (sum: bigint): string => sum.toString(16).padStart(64, "0");
const sorted = <Value>(entries: Iterable<readonly [string, Value]>): Record<string, Value> =>
  Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));

/** The parsed domain object of an item. */
export const lifecycleIn = (item: Item): Lifecycle.Info => Lifecycle.Info.parse(documentOf(item, "row"));
export const runIn = (item: Item): Run.Info => Run.Info.parse(documentOf(item, "row"));

export function openTally(): Tally {
  let items = 0;
  const kinds = new Map<string, { count: number; sum: bigint }>();
  const activities = new Map<string, number>();
  const awardRuns = new Map<string, number>();
  const count = (statuses: Map<string, number>, status: string) =>
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  return {
    add(item) {
      items += 1;
      const kind = kindOf(item);
      const { count: before, sum } = kinds.get(kind) ?? { count: 0, sum: 0n };
      kinds.set(kind, { count: before + 1, sum: (sum + hashed(item)) % MODULUS });
      if (kind === "lifecycle") count(activities, lifecycleIn(item).status);
      if (kind === "awardRun") count(awardRuns, runIn(item).status);
    },
    contents: () => ({
      items,
      kinds: sorted([...kinds].map(([kind, { count: n, sum }]) => [kind, { count: n, digest: digestOf(sum) }])),
      activities: sorted(activities),
      awardRuns: sorted(awardRuns),
    }),
  };
}
