import { readFile } from "node:fs/promises";
import { Refusal } from "@yigong/core/lib/error.ts";
import { documentClient, type Table } from "@yigong/core/lib/table.ts";
import { definitions, nameOf } from "@yigong/functions/aws/resource.ts";
import { s3Files } from "@yigong/functions/aws/s3-files.ts";
import type { Files } from "@yigong/functions/files/files.ts";
import { definitionHash } from "@yigong/workflows/definition.ts";
import { namedStore } from "../store/store.ts";
import { createTables } from "../store/tables.ts";
import type { Definitions } from "./arrive.ts";

export interface TargetOptions {
  /** Names of tables and bucket; what is left out is what SST has linked. */
  alliance?: string | undefined;
  ledger?: string | undefined;
  bucket?: string | undefined;
  /** Make the tables, on an endpoint for a rehearsal; on AWS the deployment makes them. */
  createTables: boolean;
  env: Record<string, string | undefined>;
}

/** Where an installation is imported to. */
export interface Target {
  table: Table;
  files: Files | undefined;
  definitions: Definitions;
  close(): void;
}

const linkedName = (link: "Alliance" | "Ledger" | "Files"): string | undefined => {
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

/** Those that are linked, else those that this checkout was built with: a target that was deployed from another would replace each execution once more. */
async function definitionsOf(): Promise<Definitions> {
  try {
    return definitions();
  } catch {
    const hashOf = async (name: string) =>
      definitionHash(await readFile(new URL(`../../../workflows/dist/${name}.asl.json`, import.meta.url), "utf8"));
    return { activityLifecycle: await hashOf("activity-lifecycle"), awardRun: await hashOf("award-run") };
  }
}

/** The files' client takes region and credentials from an environment; the SDK also finds them in profiles. */
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
 * Opens the tables and the bucket of an installation.
 *
 * @throws `transfer.no_table`, `transfer.no_endpoint`, `store.unreachable`
 */
export async function openTarget(options: TargetOptions): Promise<Target> {
  const { env } = options;
  const names = { alliance: requireName(options.alliance, "Alliance"), ledger: requireName(options.ledger, "Ledger") };
  const store = await namedStore(env);
  if (options.createTables && store.kind === "aws")
    throw new Refusal(
      "invalid",
      "transfer.no_endpoint",
      "On AWS the deployment makes the tables; set AWS_ENDPOINT_URL_DYNAMODB for a rehearsal.",
    );
  const table: Table = {
    client: documentClient({ config: store.config, dropAutoToken: store.dropAutoToken }),
    ...names,
  };
  if (options.createTables) await createTables(table.client, names);
  const bucket = options.bucket ?? linkedName("Files");
  return {
    table,
    files: bucket ? await bucketOf(bucket, table, env) : undefined,
    definitions: await definitionsOf(),
    close: () => table.client.destroy(),
  };
}
