import { resolve } from "node:path";
import { DescribeTableCommand, ResourceNotFoundException } from "@aws-sdk/client-dynamodb";
import { Refusal } from "@yigong/core/lib/error.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import { TABLE_SHAPES } from "@yigong/core/lib/table-shape.ts";
import { dynamoSettings } from "@yigong/core/organization/settings.store.ts";
import { DEFAULTS } from "@yigong/functions/lib/default-settings.ts";
import { writeExport } from "./export.ts";
import type { Exported } from "./export-machine.ts";
import { rawClient } from "./table-items.ts";
import { openTables, type TableOptions } from "./target.ts";

export interface ExportTablesOptions extends TableOptions {
  to: string;
  /** Bucket of the files, for the manifest only; they are not copied. */
  bucket?: string | undefined;
  /** ISO-8601 UTC. */
  now: () => string;
}

async function describe({ client }: Table, TableName: string) {
  try {
    return (await rawClient(client).send(new DescribeTableCommand({ TableName }))).Table;
  } catch (error) {
    // The document client wraps every missing table in this refusal.
    if (!(error instanceof Refusal && error.cause instanceof ResourceNotFoundException)) throw error;
    const message = `没有表 ${TableName} / There is no table ${TableName} in this account and region.`;
    throw new Refusal("missing", "transfer.no_table", message, { cause: error });
  }
}

/**
 * Checks by its indexes that a table is the expected one: with the two names swapped, the export would be empty.
 *
 * @returns its ARN
 * @throws `transfer.no_table`, `transfer.not_ready` while it is being restored, `transfer.other_table`
 */
async function requireTable(table: Table, which: "alliance" | "ledger"): Promise<string> {
  const name = table[which];
  const found = await describe(table, name);
  if (found?.TableStatus !== "ACTIVE") {
    const message = `表 ${name} 尚未就绪 / The table ${name} is not ready: ${found?.TableStatus ?? "unknown"}.`;
    throw new Refusal("conflict", "transfer.not_ready", message);
  }
  const indexes = (found.GlobalSecondaryIndexes ?? []).map(({ IndexName }) => IndexName).sort();
  const expected = TABLE_SHAPES[which].indexes;
  if (indexes.join() !== expected.join()) {
    const message = `${name} 不是 ${which} 表 / ${name} is not such a table as --${which} names: that has the indexes ${expected.join(", ")}.`;
    throw new Refusal("invalid", "transfer.other_table", message);
  }
  return found.TableArn ?? name;
}

/**
 * Exports the two tables of an installation on AWS, live or restored to a point in time. It only reads.
 *
 * Files stay in their bucket, secrets with the stage.
 * @throws `transfer.no_table`, `transfer.not_ready`, `transfer.other_table`, `store.unreachable` and what `writeExport`
 * throws
 */
export async function exportTables(options: ExportTablesOptions): Promise<Exported> {
  const folder = resolve(options.to);
  const { table } = await openTables(options);
  try {
    const arns = { alliance: await requireTable(table, "alliance"), ledger: await requireTable(table, "ledger") };
    const bucket = options.bucket ? { bucket: options.bucket } : {};
    const source = { kind: "tables", ...arns, ...bucket } as const;
    const settings = await dynamoSettings(table, DEFAULTS).get();
    const exporting = { table, filesDir: undefined, to: folder, settings, source, final: false, at: options.now() };
    return { manifest: await writeExport(exporting), folder };
  } finally {
    table.client.destroy();
  }
}
