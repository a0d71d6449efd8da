import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore, type StoreOptions } from "./store.ts";
import { writeChoice } from "./store-record.ts";

const elsewhere = { platform: "plan9", arch: "mips" };

let dataDir: string;
let stops: (() => Promise<void>)[];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "yigong-store-"));
  stops = [];
});
afterEach(async () => {
  for (const stop of stops) await stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function open(options: Partial<StoreOptions> = {}) {
  const store = await openStore({ dataDir, env: {}, log: () => {}, ...options });
  stops.push(store.stop);
  return store;
}

describe("without a store", () => {
  it("one error names the three ways out", async () => {
    const refusal = await open({ machine: elsewhere }).catch((error: unknown) => error);

    expect(refusal).toMatchObject({ code: "store.absent", kind: "unavailable" });
    for (const way of ["AWS_ENDPOINT_URL_DYNAMODB", "npm install dynoxide", "DYNAMODB_LOCAL_JAR", "plan9-mips"])
      expect(refusal).toMatchObject({ message: expect.stringContaining(way) });
  });

  it("a variable that names nothing is said to be wrong, not passed over", async () => {
    const wrong = { code: "store.misconfigured" };

    await expect(open({ env: { DYNOXIDE_BIN: "/nowhere" } })).rejects.toMatchObject(wrong);
    const env = { DYNAMODB_LOCAL_JAR: "/nowhere.jar" };
    await expect(open({ env, machine: elsewhere })).rejects.toMatchObject(wrong);
  });
});

describe("the user's DynamoDB Local", () => {
  /** An installation whose Java says the given version and otherwise runs nothing. */
  function installed(version: string) {
    const home = join(dataDir, "java");
    mkdirSync(join(home, "bin"), { recursive: true });
    const script = `#!/bin/sh\necho 'openjdk version "${version}" 2025' >&2\nexit 4\n`;
    writeFileSync(join(home, "bin", "java"), script, { mode: 0o755 });
    writeFileSync(join(dataDir, "DynamoDBLocal.jar"), "");
    return { JAVA_HOME: home, DYNAMODB_LOCAL_JAR: join(dataDir, "DynamoDBLocal.jar") };
  }

  it.each([
    ["1.8.0_402", "store.misconfigured"],
    ["16.0.2", "store.misconfigured"],
    // This Java is good, so it is run, and it fails as it was made to.
    ["17.0.15", "store.failed"],
    ["21", "store.failed"],
  ])("needs Java 17: with %s it is %s", async (version, code) => {
    await expect(open({ env: installed(version), machine: elsewhere })).rejects.toMatchObject({ code });
  });

  it("is said to lack Java when there is none", async () => {
    const env = { ...installed("17"), JAVA_HOME: join(dataDir, "none") };

    await expect(open({ env, machine: elsewhere })).rejects.toMatchObject({ code: "store.misconfigured" });
  });

  it("comes after dynoxide, except where the data directory was begun with it", async () => {
    const env = installed("17");
    const fresh = await open({ env });
    await fresh.stop();
    renameSync(join(dataDir, "dynamo.db"), join(dataDir, "shared-local-instance.db"));
    writeChoice(dataDir, { kind: "dynamodb-local" });

    expect(fresh.kind).toBe("dynoxide");
    await expect(open({ env })).rejects.toMatchObject({
      code: "store.failed",
      message: expect.stringContaining("java"),
    });
  });
});
