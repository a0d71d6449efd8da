import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type AttributeValue, BatchWriteItemCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { documentClient, type Table } from "@yigong/core/lib/table.ts";
import { openFiles } from "@yigong/local/files/local-files.ts";
import { type Machine, openMachine } from "@yigong/local/machine.ts";
import { openStore } from "@yigong/local/store/store.ts";
import { createTables } from "@yigong/local/store/tables.ts";
import { importFolder } from "@yigong/local/transfer/import.ts";
import type { Report } from "@yigong/local/transfer/report.ts";
import { definitionHash } from "@yigong/workflows/definition.ts";

type Item = Record<string, AttributeValue>;

const TABLES = { alliance: "Alliance", ledger: "Ledger" };
const ENV = { ...process.env, AWS_ENDPOINT_URL_DYNAMODB: undefined, YIGONG_LOG: undefined };
const ORIGIN = "http://localhost:3000";
/** Items that one BatchWriteItem takes. */
const BATCH = 25;

/** Releases of which there is an export. */
export const RELEASES = readdirSync(new URL("exports/", import.meta.url));

/** The path of a file of a release. */
export const pathIn = (release: string, name: string): string =>
  new URL(`exports/${release}/${name}`, import.meta.url).pathname;

export const linesIn = <Line>(release: string, name: string): Line[] =>
  readFileSync(pathIn(release, name), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);

/** When an export was made: where the virtual clock continues, ISO-8601 UTC. */
export const exportedAt = (release: string): string =>
  (JSON.parse(readFileSync(pathIn(release, "export/manifest.json"), "utf8")) as { at: string }).at;

/** Writes the exported secrets as a data directory has them; the one that signs upload forms is not exported, so any will do. */
function writeSecrets(release: string, dataDir: string): void {
  const lines = readFileSync(pathIn(release, "export/secrets.env"), "utf8").trim().split("\n");
  const given = Object.fromEntries(lines.map((line) => line.split("=") as [string, string]));
  const { TokenSecret: tokens, SurveySecret: surveys, CheckInSecret: checkIns } = given;
  writeFileSync(join(dataDir, "secrets.json"), JSON.stringify({ tokens, surveys, checkIns, files: tokens }));
}

/** Opens the store of a data directory, without a machine. */
export async function withTables<Answer>(dataDir: string, work: (table: Table) => Promise<Answer>): Promise<Answer> {
  const store = await openStore({ dataDir: join(dataDir, "store"), env: ENV, log: () => {} });
  const client = documentClient({ config: store.config, dropAutoToken: store.dropAutoToken });
  try {
    await createTables(client, TABLES);
    return await work({ client, ...TABLES });
  } finally {
    client.destroy();
    await store.stop();
  }
}

const definitionOf = (name: string) =>
  definitionHash(readFileSync(new URL(`../../packages/workflows/dist/${name}.asl.json`, import.meta.url), "utf8"));

/** Imports an export into an empty data directory, at the instant of the export. */
export async function importInto(dataDir: string, release: string): Promise<Report> {
  const now = () => exportedAt(release);
  writeSecrets(release, dataDir);
  const { files } = openFiles({ directory: join(dataDir, "files"), secret: "", origin: ORIGIN, now });
  const definitions = { activityLifecycle: definitionOf("activity-lifecycle"), awardRun: definitionOf("award-run") };
  const how = { resume: false, owner: "upgrade", pause: async () => {}, log: () => {} };
  const from = pathIn(release, "export");
  return withTables(dataDir, (table) => importFolder({ from, table, files, definitions, now, ...how }));
}

/** Puts items unchanged; an import would replace the executions of open activities. */
async function putItems({ client }: Table, TableName: string, rows: readonly { Item: Item }[]): Promise<void> {
  // The document client also sends the commands of the client beneath it, which take marshalled items.
  const sender = client as unknown as DynamoDBClient;
  for (let at = 0; at < rows.length; at += BATCH) {
    const puts = rows.slice(at, at + BATCH).map(({ Item }) => ({ PutRequest: { Item } }));
    await sender.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: puts } }));
  }
}

/** Restores the data directory from which an export was made, with its executions in flight. */
export async function restoreInto(dataDir: string, release: string): Promise<void> {
  writeSecrets(release, dataDir);
  cpSync(pathIn(release, "export/files"), join(dataDir, "files"), { recursive: true });
  await withTables(dataDir, async (table) => {
    for (const name of ["export/alliance.jsonl", "left-behind.jsonl"])
      await putItems(table, table.alliance, linesIn(release, name));
    await putItems(table, table.ledger, linesIn(release, "export/ledger.jsonl"));
  });
  const database = new DatabaseSync(join(dataDir, "stepfunctions.sqlite"));
  database.exec(readFileSync(pathIn(release, "stepfunctions.sql"), "utf8"));
  database.close();
}

/** Opens a machine on a data directory at the instant of the export. @param log - receives faults */
export const openAt = (dataDir: string, release: string, log: (line: string) => void): Promise<Machine> =>
  openMachine({
    dataDir,
    time: { kind: "virtual", startAt: exportedAt(release) },
    origin: () => ORIGIN,
    env: ENV,
    log,
  });
