import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { DEFAULTS } from "@yigong/functions/lib/default-settings.ts";
import { writeExport } from "@yigong/local/transfer/export.ts";
import { isSame } from "@yigong/local/transfer/report.ts";
import { testTable } from "@yigong/testing/store.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { AT, SOURCE, scratch, settle, smallExport } from "./installation.ts";
import { openTarget, type Target } from "./target.ts";

let folder: ReturnType<typeof scratch>;
let from: string;
let target: Target;
beforeEach(async () => {
  folder = scratch();
  from = (await smallExport(folder.path)).to;
  target = await openTarget();
});
afterEach(async () => {
  await target.stop();
  folder.remove();
});

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { code?: string }) => error.code,
  );
const edit = (name: string, change: (text: string) => string) =>
  writeFileSync(join(from, name), change(readFileSync(join(from, name), "utf8")));

describe("an export that was changed is refused before anything is written", () => {
  it.each<[string, string, () => void]>([
    [
      "an item is another one",
      "transfer.tampered",
      () => edit("alliance.jsonl", (text) => text.replace("下雨", "晴天")),
    ],
    ["a line was left out", "transfer.tampered", () => edit("ledger.jsonl", (text) => text.replace(/^.*\n/, ""))],
    ["a line was added", "transfer.tampered", () => appendFileSync(join(from, "ledger.jsonl"), '{"Item":{}}\n')],
    [
      "a file is another one",
      "transfer.tampered",
      () => edit("files/serving/act_1/mat_1/photo.jpg", () => "a Picture"),
    ],
    ["a file is not there", "transfer.tampered", () => rmSync(join(from, "files/quarantine/act_1/mat_2"))],
    [
      "the manifest counts otherwise",
      "transfer.tampered",
      () =>
        edit("manifest.json", (text) =>
          text.replace('"lifecycle": {\n        "count": 4', '"lifecycle": {\n        "count": 5'),
        ),
    ],
    [
      "it is of a later form",
      "transfer.other_format",
      () => edit("manifest.json", (text) => text.replace('"format": 1', '"format": 2')),
    ],
    ["it was never finished", "transfer.no_export", () => rmSync(join(from, "manifest.json"))],
  ])("%s", async (_, code, change) => {
    change();

    expect(await codeOf(target.import(from))).toBe(code);
    expect(await target.dump()).toEqual({ alliance: [], ledger: [], files: [] });
  });
});

describe("tables that are not an import's own", () => {
  it("are refused when somebody's rows are in them", async () => {
    await settle(target.table);
    const before = await target.dump();

    expect(await codeOf(target.import(from))).toBe("transfer.not_empty");
    expect(await codeOf(target.import(from, { resume: true }))).toBe("transfer.not_empty");
    expect(await target.dump()).toEqual(before);
  });

  it("are refused when another export is in them", async () => {
    await target.import(from);
    edit("manifest.json", (text) => text.replace('"final": false', '"final": true'));

    expect(await codeOf(target.import(from, { resume: true }))).toBe("transfer.other_import");
  });

  it("are refused without a bucket when the export has files", async () => {
    expect(await codeOf(target.import(from, { files: undefined }))).toBe("transfer.no_bucket");
  });
});

describe("a row that somebody else wrote meanwhile", () => {
  const rootOf = (n: number) => ({
    pk: "root",
    sk: `${String(n).padStart(8, "0")}#0000`,
    __edb_e__: "root",
    hash: "theirs",
  });
  const writeRoot = (n: number) =>
    target.table.client.send(new PutCommand({ TableName: target.table.ledger, Item: rootOf(n) }));
  /** Dies as soon as the tables are its own. */
  const beginAndDie = async () => {
    target.broken.at(4, "crash-after");
    await codeOf(target.import(from));
    target.broken.mend();
  };

  it("is never overwritten: the import stops", async () => {
    await beginAndDie();
    await writeRoot(1);

    expect(await codeOf(target.import(from, { resume: true }))).toBe("transfer.differs");
    expect((await target.dump()).ledger.filter((item) => item.includes("theirs"))).toHaveLength(1);
  });

  it("is found when it has a place of its own, before anything comes to life", async () => {
    await beginAndDie();
    await target.table.client.send(
      new PutCommand({ TableName: target.table.alliance, Item: { ...rootOf(1), __edb_e__: "stray" } }),
    );
    const { done, checks } = await target.import(from, { resume: true });

    expect(done).toBe(false);
    expect(checks.filter((check) => !isSame(check)).map(({ what }) => what)).toEqual([
      "Alliance 条数 items",
      "Alliance 各类内容 content by kind",
    ]);
    expect((await target.dump()).alliance.filter((item) => item.includes('"lifecycle"'))).toEqual([]);
  });
});

describe("two imports at once", () => {
  /** An import that stops in the middle until it is let go on. */
  function held() {
    const gate = Promise.withResolvers<void>();
    const reached = Promise.withResolvers<void>();
    const write = async (...file: Parameters<Target["files"]["write"]>) => {
      reached.resolve();
      await gate.promise;
      await target.files.write(...file);
    };
    const first = codeOf(target.import(from, { files: { ...target.files, write } }));
    return { first, reached: reached.promise, goOn: gate.resolve };
  }

  it("are refused: the second one waits to see whether the first is alive", async () => {
    const { first, reached, goOn } = held();
    await reached;
    const pause = async () => {
      goOn();
      await first;
    };

    expect(await codeOf(target.import(from))).toBe("transfer.begun");
    expect(await codeOf(target.import(from, { resume: true, pause }))).toBe("transfer.running");
    expect(await first).toBe("done");
  });

  it("end with the second one when the first is silent, which then stops", async () => {
    const { first, reached, goOn } = held();
    await reached;

    expect(await codeOf(target.import(from, { resume: true }))).toBe("done");
    goOn();
    expect(await first).toBe("transfer.running");
  });
});

describe("an export", () => {
  it("is refused when a chain of the ledger is not sound", async () => {
    const { table, stop } = await testTable();
    await settle(table);
    await table.client.send(
      new UpdateCommand({
        TableName: table.alliance,
        Key: { pk: `person#${"1".padStart(26, "0")}`, sk: "account" },
        UpdateExpression: "SET #years.#year[0] = :more",
        ExpressionAttributeNames: { "#years": "years", "#year": "2026" },
        ExpressionAttributeValues: { ":more": 99_900 },
      }),
    );
    const to = join(folder.path, "broken");
    const code = await codeOf(
      writeExport({ table, filesDir: folder.path, to, settings: DEFAULTS, source: SOURCE, final: false, at: AT }),
    );
    await stop();

    expect(code).toBe("transfer.ledger_broken");
    expect(await codeOf(target.import(to))).toBe("transfer.no_export");
  });

  it("is refused into a folder that has something in it", async () => {
    const { table } = target;

    expect(
      await codeOf(
        writeExport({ table, filesDir: from, to: from, settings: DEFAULTS, source: SOURCE, final: false, at: AT }),
      ),
    ).toBe("transfer.folder_in_use");
  });
});
