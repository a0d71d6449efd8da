import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { documentClient, type Table } from "@yigong/core/lib/table.ts";
import { type LocalStore, openStore } from "@yigong/local/store/store.ts";
import { TABLE_NAMES } from "@yigong/local/store/tables.ts";
import { exportMachine } from "@yigong/local/transfer/export-machine.ts";
import type { Manifest } from "@yigong/local/transfer/manifest.ts";
import { openAlliance } from "@yigong/testing/alliance.ts";
import { answering } from "@yigong/testing/requests.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Command, runCommand } from "./command.ts";
import { scratch } from "./installation.ts";
import { BEGIN, liveUntilMove } from "./life.ts";
import { dumpOf } from "./target.ts";
import { openWatched } from "./watched.ts";

const LONG = 240_000;
const folder = scratch();
const dataDir = join(folder.path, "data");
const pathOf = (name: string) => join(folder.path, name);
const namesOf = (prefix: string) => ["--alliance", `${prefix}Alliance`, "--ledger", `${prefix}Ledger`];

let ofMachine: Manifest;
let store: LocalStore;
let watched: Awaited<ReturnType<typeof openWatched>>;
let table: Table;

/** A command of one who knows the two tables, and no data directory. */
const run = (name: Command, args: string[], endpoint = store.endpoint) =>
  runCommand(name, args, { YIGONG_DATA: pathOf("nowhere"), ...store.reach, AWS_ENDPOINT_URL_DYNAMODB: endpoint });
const manifestIn = (name: string): Manifest => JSON.parse(readFileSync(join(pathOf(name), "manifest.json"), "utf8"));
const dump = async () => [await dumpOf(table, table.alliance), await dumpOf(table, table.ledger)];

beforeAll(async () => {
  mkdirSync(dataDir);
  const house = await openAlliance({ startAt: BEGIN, dataDir });
  await liveUntilMove(house);
  const movedAt = house.machine.now();
  await house.close();
  const options = { dataDir, to: pathOf("machine"), final: false, secrets: false, env: {}, now: () => movedAt };
  ofMachine = (await exportMachine({ ...options, log: () => {} })).manifest;
  store = await openStore({ dataDir: join(dataDir, "store"), env: {}, log: () => {} });
  watched = await openWatched(store.endpoint ?? "");
  const client = documentClient({ config: store.config, dropAutoToken: store.dropAutoToken });
  table = { client, ...TABLE_NAMES };
}, LONG);
afterAll(async () => {
  table.client.destroy();
  await watched.close();
  await store.stop();
  folder.remove();
});

describe("two tables that were lived in", () => {
  it("are exported by their names as their machine would be, and only read", async () => {
    const before = await dump();
    const args = ["--to", pathOf("tables"), ...namesOf(""), "--bucket", "old-files"];
    const { code, said } = await run("export-command", args, watched.endpoint);
    const { source, files, final, ...manifest } = manifestIn("tables");
    const { alliance, ledger, points, leftBehind, name, zone } = ofMachine;

    expect(code).toBe(0);
    expect(manifest).toMatchObject({ alliance, ledger, points, leftBehind, name, zone });
    expect(source).toMatchObject({
      kind: "tables",
      alliance: expect.stringMatching(/^arn:.*:table\/Alliance$/),
      ledger: expect.stringMatching(/^arn:.*:table\/Ledger$/),
      bucket: "old-files",
    });
    expect({ files, final }).toEqual({ files: { count: 0, bytes: 0 }, final: false });
    expect(said).toContain("aws s3 sync s3://old-files s3://<new bucket>");
    expect(readdirSync(pathOf("tables")).sort()).toEqual([
      "alliance.jsonl",
      "files.jsonl",
      "ledger.jsonl",
      "manifest.json",
    ]);
    expect(
      [...watched.operations].filter((name) => !/^(Scan|Query|GetItem|BatchGetItem|DescribeTable)$/.test(name)),
    ).toEqual([]);
    expect(watched.operations).toContain("Scan");
    expect(await dump()).toEqual(before);
  });

  it("are found to be the same in fresh tables", async () => {
    const { code, said, complained } = await run("import-command", [
      ...["--from", pathOf("tables"), ...namesOf("Drill"), "--create-tables"],
    ]);

    expect(complained).toContain("In a drill leave mail and channels unset");
    expect(complained).toContain("aws s3 sync s3://old-files s3://<new bucket>");
    expect(said).not.toContain("≠");
    expect(said).toContain("重新发起的执行 executions issued again: 7");
    expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining("Imported; everything is the same.") });
  });

  it("can be exported again from where they were imported, and imported once more", async () => {
    const first = await run("export-command", ["--to", pathOf("again"), ...namesOf("Drill")]);
    const second = await run("import-command", [...["--from", pathOf("again"), ...namesOf("Back"), "--create-tables"]]);
    const { points, alliance, leftBehind } = manifestIn("again");

    expect(first.said).toContain("aws s3 sync s3://<bucket> s3://<new bucket>");
    expect({ points, activities: alliance.activities }).toEqual({
      points: ofMachine.points,
      activities: ofMachine.alliance.activities,
    });
    expect(leftBehind).toMatchObject({ import: 1, "outbox execution.start": 6, "outbox award.start": 1 });
    expect(second.said).not.toContain("≠");
    expect(second).toMatchObject({ code: 0, said: expect.stringContaining("everything is the same") });
  });
});

describe("tables that are named wrongly", () => {
  const to = pathOf("wrong");

  it.each([
    ["this machine is not the one to be closed", [...namesOf(""), "--final"]],
    ["secrets are the stage's", [...namesOf(""), "--secrets"]],
    ["a stage is not closed either", ["--linked", "--final"]],
    ["one table is only half of an installation", ["--alliance", "Alliance"]],
    ["a bucket has no rows", ["--bucket", "old-files"]],
  ])("say how it is used: %s", async (_, args) => {
    expect(await run("export-command", ["--to", to, ...args])).toMatchObject({
      code: 2,
      said: "",
      complained: expect.stringContaining("usage: npm run export"),
    });
    expect(existsSync(to)).toBe(false);
  });

  it.each([
    ["of no stage", ["--linked"], "Give --alliance"],
    ["of no table", namesOf("No"), "There is no table NoAlliance"],
    [
      "each in the other's place",
      ["--alliance", "Ledger", "--ledger", "Alliance"],
      "is not such a table as --alliance",
    ],
    ["one of them twice", ["--alliance", "Alliance", "--ledger", "Alliance"], "is not such a table as --ledger"],
  ])("are refused: %s", async (_, args, message) => {
    expect(await run("export-command", ["--to", to, ...args])).toMatchObject({
      code: 1,
      said: "",
      complained: expect.stringContaining(message),
    });
    expect(existsSync(to)).toBe(false);
  });

  it("are refused with the words of AWS when it does not let one in", async () => {
    const body = JSON.stringify({ __type: "com.amazon.coral#AccessDeniedException", message: "not authorized" });
    const closed = await answering({ status: 400, headers: { "content-type": "application/x-amz-json-1.0" }, body });
    const { code, complained } = await run("export-command", ["--to", to, ...namesOf("")], closed.url);
    await closed.close();

    expect(code).toBe(1);
    expect(complained).toContain("AccessDeniedException: not authorized");
  });
});
