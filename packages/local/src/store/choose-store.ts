import { Refusal } from "@yigong/core/lib/error.ts";
import { findDynamoDbLocal } from "./find-dynamodb-local.ts";
import { findDynoxide } from "./find-dynoxide.ts";
import type { Env, Machine, Program } from "./program.ts";
import { type Kind, readChoice } from "./store-record.ts";

/** The DynamoDB that the environment asks for or offers. */
export type Found =
  | { kind: "aws" }
  | { kind: "endpoint"; endpoint: string }
  | { kind: Program["kind"]; program: Program };

/**
 * Chooses a DynamoDB: an endpoint variable, else dynoxide, else the user's DynamoDB Local; where both programs
 * are there, the one that the data directory was begun with.
 *
 * @throws `store.absent` when there is none
 * @throws `store.misconfigured` when a variable names something that is not there
 */
export function choose({ dataDir, env, machine }: { dataDir: string; env: Env; machine: Machine }): Found {
  const named = env.AWS_ENDPOINT_URL_DYNAMODB;
  if (named === "aws") return { kind: "aws" };
  if (named) return { kind: "endpoint", endpoint: address(named) };
  const finders = [() => findDynoxide(env, machine), () => findDynamoDbLocal(env)];
  if (readChoice(dataDir)?.kind === "dynamodb-local") finders.reverse();
  for (const find of finders) {
    const program = find();
    if (program) return { kind: program.kind, program };
  }
  throw new Refusal("unavailable", "store.absent", waysOut(machine));
}

function address(named: string): string {
  if (/^https?:$/.test(URL.parse(named)?.protocol ?? "")) return named;
  const message = `AWS_ENDPOINT_URL_DYNAMODB=${named} is neither an http(s) address nor "aws".`;
  throw new Refusal("unavailable", "store.misconfigured", message);
}

const waysOut = ({ platform, arch }: Machine) => `No DynamoDB was found. There are three ways out:
  1. Set AWS_ENDPOINT_URL_DYNAMODB to the address of one that runs, or to "aws" for Amazon DynamoDB.
  2. Run "npm install dynoxide" (built for linux, darwin and win32; this is ${platform}-${arch}; not with --omit=optional),
     or set DYNOXIDE_BIN to its binary.
  3. Install Java 17 or later and AWS's DynamoDB Local, and set DYNAMODB_LOCAL_JAR to its DynamoDBLocal.jar.`;

const names: Record<Kind, string> = {
  dynoxide: "dynoxide",
  "dynamodb-local": "DynamoDB Local",
  endpoint: "the endpoint in AWS_ENDPOINT_URL_DYNAMODB",
  aws: "Amazon DynamoDB",
};

/**
 * Makes sure that the facts of a data directory are looked for where they were put.
 *
 * @throws `store.changed` when another kind was used the last time
 */
export function confirmChoice(dataDir: string, found: Found, log: (line: string) => void): void {
  const last = readChoice(dataDir);
  if (!last) return;
  if (last.kind !== found.kind) {
    const before = last.endpoint ? `${names[last.kind]} (${last.endpoint})` : names[last.kind];
    const message = `The data in ${dataDir} was begun with ${before}, but now ${names[found.kind]} would be used. \
Make ${before} available again, or choose another data directory.`;
    throw new Refusal("conflict", "store.changed", message);
  }
  if (found.kind === "endpoint" && last.endpoint !== found.endpoint)
    log(`The store was at ${last.endpoint} the last time; now it is at ${found.endpoint}.`);
}
