import { readFile } from "node:fs/promises";
import type { Files } from "@yigong/application/ports/files.ts";
import { localClient } from "@yigong/core/lib/direct-client.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import { definitions, nameOf } from "@yigong/functions/aws/resource.ts";
import { s3Files } from "@yigong/functions/aws/s3-files.ts";
import { definitionHash } from "@yigong/workflows/definition.ts";
import { namedStore } from "../store/store.ts";
import type { Kind } from "../store/store-record.ts";
import { createTables } from "../store/tables.ts";
import type { Definitions } from "./import-live-rows.ts";

export interface TableOptions {
  /** Names of the tables; by default those that SST has linked. */
  alliance?: string | undefined;
  ledger?: string | undefined;
  env: Record<string, string | undefined>;
}

export interface TargetOptions extends TableOptions {
  bucket?: string | undefined;
  /** Create the tables, for a rehearsal on an endpoint; on AWS the deployment creates them. */
  createTables: boolean;
}

/** The target of an import. */
export interface Target {
  table: Table;
  files: Files | undefined;
  definitions: Definitions;
  close(): void;
}

/** The name of a resource that SST has linked to the process, as under `sst shell`. */
export const linkedName = (link: "Alliance" | "Ledger" | "Files"): string | undefined => {
  try {
    return nameOf(link);
  } catch {
    return undefined;
  }
};

function requireName(given: string | undefined, link: "Alliance" | "Ledger"): string {
  const name = given ?? linkedName(link);
  if (name) return name;
  const flag = `--${link.toLowerCase()}`;
  throw new Refusal(
    "invalid",
    "transfer.no_table",
    `请给出 ${flag}，或在 sst shell 中运行 / Give ${flag}, or run it under sst shell.`,
  );
}

/** Hashes of this checkout's definitions. */
export async function checkoutDefinitions(): Promise<Definitions> {
  const hashOf = async (name: string) =>
    definitionHash(await readFile(new URL(`../../../workflows/dist/${name}.asl.json`, import.meta.url), "utf8"));
  return { activityLifecycle: await hashOf("activity-lifecycle"), awardRun: await hashOf("award-run") };
}

/**
 * Hashes of the linked definitions, otherwise of this checkout's. With other hashes than the target's, its watchdog would
 * replace each execution once more.
 */
async function definitionsOf(): Promise<Definitions> {
  try {
    return definitions();
  } catch {
    return await checkoutDefinitions();
  }
}

/** The files' client reads region and credentials from its environment only; the SDK resolves them from profiles too. */
async function bucketOf(name: string, { client }: Table, env: Record<string, string | undefined>): Promise<Files> {
  const { region, credentials } = client.config;
  const { accessKeyId, secretAccessKey, sessionToken } = await credentials();
  const found = {
    AWS_REGION: await region(),
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  };
  return s3Files(name, { env: { ...env, ...found } });
}

/**
 * Opens the tables of an installation on the DynamoDB that the environment names, with the SDK's credentials.
 *
 * @throws `transfer.no_table`, `store.unreachable`
 */
export async function openTables(options: TableOptions): Promise<{ table: Table; kind: Kind }> {
  const names = { alliance: requireName(options.alliance, "Alliance"), ledger: requireName(options.ledger, "Ledger") };
  const { config, dropAutoToken, kind } = await namedStore(options.env);
  return { table: { client: localClient({ config, dropAutoToken }), ...names }, kind };
}

/**
 * Opens the tables and the bucket of an installation.
 *
 * @throws `transfer.no_table`, `transfer.no_endpoint`, `store.unreachable`
 */
export async function openTarget(options: TargetOptions): Promise<Target> {
  const { table, kind } = await openTables(options);
  if (options.createTables && kind === "aws")
    throw new Refusal(
      "invalid",
      "transfer.no_endpoint",
      "On AWS the deployment makes the tables; set AWS_ENDPOINT_URL_DYNAMODB for a rehearsal.",
    );
  if (options.createTables) await createTables(table.client, table);
  const bucket = options.bucket ?? linkedName("Files");
  return {
    table,
    files: bucket ? await bucketOf(bucket, table, options.env) : undefined,
    definitions: await definitionsOf(),
    close: () => table.client.destroy(),
  };
}
