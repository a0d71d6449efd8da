import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { Refusal } from "@yigong/core/lib/error.ts";
import type { Env, Program } from "./program.ts";

const leastJava = 17;

/**
 * Finds the DynamoDB Local that `DYNAMODB_LOCAL_JAR` names. Its licence forbids us to ship it.
 *
 * @throws `store.misconfigured` when the jar does not exist or there is no Java 17 or later
 */
export function findDynamoDbLocal(env: Env): Program | undefined {
  const jar = env.DYNAMODB_LOCAL_JAR;
  if (!jar) return undefined;
  if (!existsSync(jar)) throw misconfigured(`DYNAMODB_LOCAL_JAR=${jar} does not exist.`);
  const java = env.JAVA_HOME ? join(env.JAVA_HOME, "bin", "java") : "java";
  const major = javaMajor(java, env);
  if (major === undefined) throw misconfigured(`DYNAMODB_LOCAL_JAR is set, but ${java} cannot be run.`);
  if (major < leastJava) throw misconfigured(`DynamoDB Local needs Java ${leastJava} or later; ${java} is ${major}.`);
  const libraries = join(dirname(jar), "DynamoDBLocal_lib");
  return {
    kind: "dynamodb-local",
    command: java,
    database: "shared-local-instance.db",
    listensEverywhere: true,
    args: ({ port, dataDir }) => [
      ...["-Xmx512m", `-Djava.library.path=${libraries}`, "-jar", jar],
      ...["-port", String(port), "-dbPath", dataDir, "-sharedDb", "-disableTelemetry"],
      // Without it every web page may ask. @source DynamoDB Developer Guide, DynamoDB local usage notes
      ...["-cors", "http://yigong.invalid"],
    ],
  };
}

function javaMajor(java: string, env: Env): number | undefined {
  const { stderr } = spawnSync(java, ["-version"], { encoding: "utf8", env });
  const major = /version "(\d+)/.exec(stderr ?? "")?.[1];
  return major === undefined ? undefined : Number(major);
}

const misconfigured = (message: string) => new Refusal("unavailable", "store.misconfigured", message);
