import type { Table } from "@yigong/core/lib/table.ts";
import { type Importing, importFolder } from "@yigong/local/transfer/import.ts";
import { isMarker } from "@yigong/local/transfer/import-lease.ts";
import type { Item } from "@yigong/local/transfer/item.ts";
import { canonicalOf } from "@yigong/local/transfer/item.ts";
import { itemsOf } from "@yigong/local/transfer/table-items.ts";
import { faults } from "@yigong/testing/faults.ts";
import { memoryFiles } from "@yigong/testing/memory-files.ts";
import { testTable } from "@yigong/testing/store.ts";

export const NOW = "2026-10-07T00:00:00.000Z";
export const DEFINITIONS = { activityLifecycle: "new-lifecycle", awardRun: "new-run" };

let imports = 0;

/** Everything in a table but the import's own mark, in one order. */
export async function dumpOf({ client }: Table, name: string): Promise<string[]> {
  const items: Item[] = [];
  for await (const item of itemsOf(client, name)) if (!isMarker(item)) items.push(item);
  return items.map(canonicalOf).sort();
}

/** Two empty tables and an empty bucket, and an import into them that can be broken. */
export async function openTarget() {
  const { table, stop } = await testTable({ pause: async () => {} });
  const files = memoryFiles();
  return {
    table,
    files,
    stop,
    broken: faults(table.client),
    import: (from: string, changed: Partial<Importing> = {}) => {
      imports += 1;
      return importFolder({
        from,
        table,
        files,
        definitions: DEFINITIONS,
        resume: false,
        now: () => NOW,
        owner: `import ${imports}`,
        pause: async () => {},
        log: () => {},
        ...changed,
      });
    },
    dump: async () => ({
      alliance: await dumpOf(table, table.alliance),
      ledger: await dumpOf(table, table.ledger),
      files: [...files.objects.keys()].sort(),
    }),
  };
}
export type Target = Awaited<ReturnType<typeof openTarget>>;
