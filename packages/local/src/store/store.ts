import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import type { DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { Refusal } from "@yigong/core/lib/error.ts";
import { chooseStore, confirmChoice } from "./choose-store.ts";
import { probeEndpoint } from "./launch-program.ts";
import type { LocalStore, StoreOptions } from "./local-store.ts";
import type { Env } from "./program.ts";
import { runProgram } from "./run-program.ts";
import { writeChoice } from "./store-record.ts";

export type { LocalStore, StoreOptions } from "./local-store.ts";

/**
 * Opens the DynamoDB of a data directory: the endpoint in `AWS_ENDPOINT_URL_DYNAMODB` (`aws` for Amazon's own),
 * otherwise dynoxide, otherwise the user's DynamoDB Local; always the same kind as the last time.
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
  const found = chooseStore({ dataDir, env, machine });
  confirmChoice(dataDir, found, log);
  if ("program" in found) return await runProgram(found.program, { ...options, dataDir });
  const store = found.kind === "aws" ? amazon() : await remote(found.endpoint, env);
  writeChoice(dataDir, { kind: found.kind, ...(store.endpoint ? { endpoint: store.endpoint } : {}) });
  return store;
}

/**
 * The DynamoDB that the environment names, Amazon's own when it names none. The choice is not recorded.
 *
 * @throws `store.unreachable`
 */
export async function namedStore(env: Env): Promise<LocalStore> {
  const named = env.AWS_ENDPOINT_URL_DYNAMODB;
  return named && named !== "aws" ? await remote(named, env) : amazon();
}

const notOurs = { pid: () => undefined, stop: async () => {} };

const amazon = (): LocalStore => ({
  kind: "aws",
  endpoint: undefined,
  reach: {},
  config: {},
  dropAutoToken: false,
  isUp: async () => true,
  ...notOurs,
});

async function remote(endpoint: string, env: Env): Promise<LocalStore> {
  const answer = await probeEndpoint(endpoint);
  if (!answer) {
    const message = `Nothing answers at AWS_ENDPOINT_URL_DYNAMODB=${endpoint}.`;
    throw new Refusal("unavailable", "store.unreachable", message);
  }
  return {
    kind: "endpoint",
    endpoint,
    reach: { AWS_ENDPOINT_URL_DYNAMODB: endpoint, ...givenCredentials(env) },
    ...(answer.dynoxide ? { version: answer.dynoxide } : {}),
    config: { endpoint, ...identity(env) },
    dropAutoToken: answer.dynoxide !== undefined,
    isUp: async () => (await probeEndpoint(endpoint))?.works ?? false,
    ...notOurs,
  };
}

/**
 * An emulator checks no signature, but the client needs credentials and a region to send a request. The store of another
 * server of ours does ask for its access key id.
 */
function identity(env: Env): DynamoDBClientConfig {
  const region = env.AWS_REGION ?? env.AWS_DEFAULT_REGION ?? "us-east-1";
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = givenCredentials(env);
  if (accessKeyId && secretAccessKey) return { region, credentials: { accessKeyId, secretAccessKey } };
  const given = env.AWS_ACCESS_KEY_ID ?? env.AWS_PROFILE ?? env.AWS_CONTAINER_CREDENTIALS_RELATIVE_URI;
  return given ? { region } : { region, credentials: { accessKeyId: "local", secretAccessKey: "local" } };
}

/** Those of a session are left to the AWS client. */
function givenCredentials({ AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN }: Env): Env {
  return AWS_ACCESS_KEY_ID && AWS_SECRET_ACCESS_KEY && !AWS_SESSION_TOKEN
    ? { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY }
    : {};
}
