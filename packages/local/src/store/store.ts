import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import type { DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { Refusal } from "@yigong/core/lib/error.ts";
import { choose, confirmChoice } from "./choose-store.ts";
import { greet } from "./launch-program.ts";
import type { LocalStore, StoreOptions } from "./local-store.ts";
import type { Env } from "./program.ts";
import { runProgram } from "./run-program.ts";
import { writeChoice } from "./store-record.ts";

export type { LocalStore, StoreOptions } from "./local-store.ts";

/**
 * Opens the DynamoDB of a data directory: the endpoint in `AWS_ENDPOINT_URL_DYNAMODB` (`aws` for Amazon's own),
 * else dynoxide, else the user's DynamoDB Local; always the same kind as the last time.
 *
 * The AWS client reads `AWS_ENDPOINT_URL_DYNAMODB` too and takes `aws` for an address: give it `config` or unset it.
 *
 * @throws `store.absent` when there is none; the message names the three ways out
 * @throws `store.changed` when it would be another kind than the last time
 * @throws `store.locked` when another process has the data directory open
 * @throws `store.unreachable` when nothing answers at the endpoint
 * @throws `store.misconfigured` when a variable names something that is not there
 */
export async function openStore(options: StoreOptions): Promise<LocalStore> {
  const dataDir = resolve(options.dataDir);
  mkdirSync(dataDir, { recursive: true });
  const { env, log, machine = { platform: process.platform, arch: process.arch } } = options;
  const found = choose({ dataDir, env, machine });
  confirmChoice(dataDir, found, log);
  if ("program" in found) return await runProgram(found.program, { ...options, dataDir });
  const store = found.kind === "aws" ? amazon() : await remote(found.endpoint, env);
  writeChoice(dataDir, { kind: found.kind, ...(store.endpoint ? { endpoint: store.endpoint } : {}) });
  return store;
}

/**
 * The DynamoDB that the environment names, Amazon's own when it names none; of this choice nothing is kept.
 *
 * @throws `store.unreachable`
 */
export async function namedStore(env: Env): Promise<LocalStore> {
  const named = env.AWS_ENDPOINT_URL_DYNAMODB;
  return named && named !== "aws" ? await remote(named, env) : amazon();
}

const unkept = { pid: () => undefined, stop: async () => {} };

const amazon = (): LocalStore => ({ kind: "aws", endpoint: undefined, config: {}, dropAutoToken: false, ...unkept });

async function remote(endpoint: string, env: Env): Promise<LocalStore> {
  const answer = await greet(endpoint);
  if (!answer) {
    const message = `Nothing answers at AWS_ENDPOINT_URL_DYNAMODB=${endpoint}.`;
    throw new Refusal("unavailable", "store.unreachable", message);
  }
  return {
    kind: "endpoint",
    endpoint,
    ...(answer.dynoxide ? { version: answer.dynoxide } : {}),
    config: { endpoint, ...identity(env) },
    dropAutoToken: answer.dynoxide !== undefined,
    ...unkept,
  };
}

/** An emulator checks no signature, but the client signs nothing without a name and a region. */
function identity(env: Env): DynamoDBClientConfig {
  const region = env.AWS_REGION ?? env.AWS_DEFAULT_REGION ?? "us-east-1";
  const given = env.AWS_ACCESS_KEY_ID ?? env.AWS_PROFILE ?? env.AWS_CONTAINER_CREDENTIALS_RELATIVE_URI;
  return given ? { region } : { region, credentials: { accessKeyId: "local", secretAccessKey: "local" } };
}
