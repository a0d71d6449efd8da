import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findDynamoDbLocal } from "@yigong/local/store/find-dynamodb-local.ts";
import { runProgram } from "@yigong/local/store/run-program.ts";

/**
 * Runs every store suite on AWS's own DynamoDB Local, as a second opinion on dynoxide. The jar is the user's:
 * `DYNAMODB_LOCAL_JAR=/path/DynamoDBLocal.jar npm run test:dynamodb-local`, with suites to pick behind `--`.
 */
const say = (line: string) => process.stderr.write(`${line}\n`);

async function main(): Promise<number> {
  const program = findDynamoDbLocal(process.env);
  if (!program) {
    say("Set DYNAMODB_LOCAL_JAR to the DynamoDBLocal.jar of an installed DynamoDB Local (Java 17 or later).");
    return 2;
  }
  const { positionals } = parseArgs({ allowPositionals: true });
  const dataDir = mkdtempSync(join(tmpdir(), "yigong-dynamodb-local-"));
  const store = await runProgram(program, { dataDir, env: process.env, log: say });
  try {
    const vitest = join(import.meta.dirname, "..", "node_modules", "vitest", "vitest.mjs");
    const suites = positionals.length > 0 ? positionals : [".store.test.ts"];
    const { AWS_ENDPOINT_URL_DYNAMODB: endpoint, ...key } = store.reach;
    const run = spawn(process.execPath, [vitest, "run", ...suites], {
      stdio: "inherit",
      env: { ...process.env, ...key, YIGONG_TEST_DYNAMODB_ENDPOINT: endpoint },
    });
    const [code] = await once(run, "exit");
    return code ?? 1;
  } finally {
    await store.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

process.exitCode = await main();
