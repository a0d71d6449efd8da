import { cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type LocalStore, openStore } from "@yigong/local/store/store.ts";
import { openAlliance } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startServer } from "../two-processes/server.ts";
import { openBucket } from "./bucket.ts";
import { type Command, runCommand } from "./command.ts";
import { scratch } from "./installation.ts";

const folder = scratch();
const dataDir = join(folder.path, "data");
const run = (name: Command, args: string[], data = dataDir, env = {}) =>
  runCommand(name, args, { YIGONG_DATA: data, ...env });

beforeAll(async () => {
  mkdirSync(dataDir);
  const house = await openAlliance({ dataDir });
  await house.startActivity({ in: 9 });
  await house.close();
});
afterAll(() => folder.remove());

describe("npm run export", () => {
  it("says how it is used, and that there is no data", async () => {
    const nowhere = await run("export-command", ["--to", join(folder.path, "x")], join(folder.path, "nowhere"));

    expect((await run("export-command", [])).code).toBe(2);
    expect(nowhere).toMatchObject({ code: 1, said: "" });
    expect(nowhere.complained).toContain("There is no data in");
    expect(existsSync(join(folder.path, "nowhere"))).toBe(false);
  });

  it("leaves the machine as it is, and the secrets out unless they are asked for", async () => {
    const without = await run("export-command", ["--to", join(folder.path, "without")]);
    const withThem = await run("export-command", ["--to", join(folder.path, "with"), "--secrets"]);
    const path = join(folder.path, "with", "secrets.env");
    const { tokens, surveys, checkIns } = JSON.parse(readFileSync(join(dataDir, "secrets.json"), "utf8"));

    expect([without.code, withThem.code]).toEqual([0, 0]);
    expect(without.said).toContain("1 recruiting");
    expect(existsSync(join(folder.path, "without", "secrets.env"))).toBe(false);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, "utf8")).toBe(
      `TokenSecret=${tokens}\nSurveySecret=${surveys}\nCheckInSecret=${checkIns}\n`,
    );
    expect(await (await startServer(dataDir)).stop()).toBe(0);
  });

  it("is refused while the server runs", async () => {
    const server = await startServer(dataDir);
    const refused = await run("export-command", ["--to", join(folder.path, "busy")]);
    await server.stop();

    expect(refused).toMatchObject({ code: 1, said: "" });
    expect(refused.complained).toContain("stop the server first");
    expect(existsSync(join(folder.path, "busy"))).toBe(false);
  });
});

describe("npm run import", () => {
  const to = join(folder.path, "carried");
  const names = ["--alliance", "Alliance", "--ledger", "Ledger", "--bucket", "yigong-files"];
  let store: LocalStore;
  let bucket: Awaited<ReturnType<typeof openBucket>>;
  const load = (...args: string[]) =>
    run("import-command", ["--from", to, ...args], dataDir, {
      ...store.reach,
      AWS_ENDPOINT_URL_S3: bucket.endpoint,
    });

  beforeAll(async () => {
    store = await openStore({ dataDir: join(folder.path, "target"), env: {}, log: () => {} });
    bucket = await openBucket();
    mkdirSync(join(dataDir, "files/serving/act_1/mat_1"), { recursive: true });
    writeFileSync(join(dataDir, "files/serving/act_1/mat_1/photo.jpg"), "a picture");
    await run("export-command", ["--to", to]);
  });
  afterAll(async () => {
    await bucket.close();
    await store.stop();
  });

  it("says how it is used, and that it must know the tables", async () => {
    const unnamed = await load();

    expect((await run("import-command", [])).code).toBe(2);
    expect(unnamed).toMatchObject({ code: 1, said: "" });
    expect(unnamed.complained).toContain("Give --alliance");
  });

  it("compares and ends well; a second time it only says so", async () => {
    const first = await load(...names, "--create-tables");
    const second = await load(...names, "--resume");

    expect(first.complained).toContain("both send");
    expect(first.said).toMatch(/^ {2}= {2}Alliance 条数 items: \d+$/m);
    expect(first.said).not.toContain("≠");
    expect(first).toMatchObject({ code: 0, said: expect.stringContaining("Imported; everything is the same.") });
    expect([...bucket.objects]).toEqual([["/yigong-files/serving/act_1/mat_1/photo.jpg", "image/jpeg a picture"]]);
    expect(second).toMatchObject({ code: 0, said: "此导入早已完成 / This import was finished before.\n" });
  });

  it("ends with an error when the export was changed", async () => {
    writeFileSync(join(to, "files.jsonl"), "");
    const refused = await load(...names);

    expect(refused).toMatchObject({ code: 1, said: "" });
    expect(refused.complained).toContain("Nothing was imported");
  });
});

describe("a machine that was exported for good", () => {
  const copy = join(folder.path, "moved");
  beforeAll(async () => {
    cpSync(dataDir, copy, { recursive: true });
    await run("export-command", ["--to", join(folder.path, "final"), "--final"], copy);
  });

  it("does not start any more, and says the way back", async () => {
    const refused = startServer(copy);

    await expect(refused).rejects.toThrow(/moved away[\s\S]*npm start -- --unlock/);
    await expect(openAlliance({ dataDir: copy })).rejects.toMatchObject({ code: "machine.moved" });
    expect(JSON.parse(readFileSync(join(folder.path, "final", "manifest.json"), "utf8")).final).toBe(true);
  });

  it("is the one again once it is unlocked", async () => {
    const unlocked = await startServer(copy, {}, ["--unlock"]);
    const first = await unlocked.stop();
    const again = await (await startServer(copy)).stop();

    expect([first, again]).toEqual([0, 0]);
  });
});
