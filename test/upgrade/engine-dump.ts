import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync, type SQLOutputValue } from "node:sqlite";
import { lineOf } from "@yigong/local/transfer/item.ts";
import { leftBehind } from "@yigong/local/transfer/row-kind.ts";
import { itemsOf } from "@yigong/local/transfer/table-items.ts";
import { pathIn, withTables } from "./data-directory.ts";
import { orderedLines } from "./normalize.ts";

/** Finished executions and all histories are left out: nothing reads them to go on. */
const TABLES: Record<string, string> = {
  meta: "",
  definition: "",
  machine: "",
  execution: "WHERE status = 'RUNNING'",
  progress: "WHERE execution IN (SELECT id FROM execution WHERE status = 'RUNNING')",
  branch: "WHERE execution IN (SELECT id FROM execution WHERE status = 'RUNNING')",
};

const written = (value: SQLOutputValue): string => {
  if (value === null) return "NULL";
  return typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);
};

/** The SQL that rebuilds an engine's file. */
function engineOf(path: string): string {
  const database = new DatabaseSync(path, { readOnly: true });
  const { user_version: version } = database.prepare("PRAGMA user_version").get() as { user_version: number };
  const made = database.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid").all();
  const rows = Object.entries(TABLES).flatMap(([table, which]) =>
    database
      .prepare(`SELECT * FROM ${table} ${which} ORDER BY 1, 2`)
      .all()
      // A random UUID, replaced whenever a state machine is deployed.
      .map((row) => ({ ...row, ...("revision" in row ? { revision: "" } : {}) }))
      .map((row) => `INSERT INTO ${table} VALUES (${Object.values(row).map(written).join(", ")});`),
  );
  database.close();
  return [`PRAGMA user_version = ${version};`, ...made.map(({ sql }) => `${sql};`), ...rows, ""].join("\n");
}

/** Writes what a data directory has and an export leaves out: executions in flight, task tokens, effects for executions. */
export async function dumpEngine(dataDir: string, release: string): Promise<void> {
  writeFileSync(pathIn(release, "stepfunctions.sql"), engineOf(join(dataDir, "stepfunctions.sqlite")));
  await withTables(dataDir, async ({ client, alliance }) => {
    const lines: string[] = [];
    for await (const item of itemsOf(client, alliance)) if (leftBehind(item) !== undefined) lines.push(lineOf(item));
    writeFileSync(pathIn(release, "left-behind.jsonl"), orderedLines(lines));
  });
}
