import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DeleteTableCommand } from "@aws-sdk/client-dynamodb";
import { documentClient } from "@yigong/core/lib/table.ts";
import { openFiles } from "@yigong/local/files/local-files.ts";
import { openStore } from "@yigong/local/store/store.ts";
import { createTables, TABLE_NAMES } from "@yigong/local/store/tables.ts";
import { type Exported, exportMachine } from "@yigong/local/transfer/export-machine.ts";
import { importFolder } from "@yigong/local/transfer/import.ts";
import { isSame, lineOfCheck, type Report } from "@yigong/local/transfer/report.ts";
import { openAlliance } from "@yigong/testing/alliance.ts";
import { definitionHash } from "@yigong/workflows/definition.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BEGIN, endOf, liveOn, liveUntilMove, type Story } from "./life.ts";

/** The other side is a DynamoDB Local when there is one, else a second store of our own. */
const endpoint = process.env.YIGONG_TEST_DYNAMODB_ENDPOINT;
/** DynamoDB Local is slow, the more so beside others. */
const LONG = endpoint ? 900_000 : 240_000;
const env = { ...process.env, AWS_ENDPOINT_URL_DYNAMODB: endpoint };
const root = mkdtempSync(join(tmpdir(), "yigong-move-"));
const [oldDir, newDir, folder] = ["old", "new", "export"].map((name) => join(root, name)) as [string, string, string];

let story: Story;
let movedAt: string;
let exported: Exported;
let report: Report;

const hashOf = (name: string) =>
  definitionHash(readFileSync(new URL(`../../packages/workflows/dist/${name}.asl.json`, import.meta.url), "utf8"));

/** The secrets as they were loaded on the other side, by the names that a machine gives them. */
function loadSecrets(): void {
  const given = Object.fromEntries(
    readFileSync(join(folder, "secrets.env"), "utf8")
      .trim()
      .split("\n")
      .map((line) => line.split("=") as [string, string]),
  );
  const { TokenSecret: tokens, SurveySecret: surveys, CheckInSecret: checkIns } = given;
  writeFileSync(join(newDir, "secrets.json"), JSON.stringify({ tokens, surveys, checkIns, files: tokens }));
}

/** The store of the other side, with its two tables. */
async function onTheOtherSide<Answer>(work: (client: ReturnType<typeof documentClient>) => Promise<Answer>) {
  const store = await openStore({ dataDir: join(newDir, "store"), env, log: () => {} });
  const client = documentClient({ config: store.config, dropAutoToken: store.dropAutoToken });
  try {
    return await work(client);
  } finally {
    client.destroy();
    await store.stop();
  }
}

const dropTables = () =>
  onTheOtherSide(async (client) => {
    for (const TableName of Object.values(TABLE_NAMES)) await client.send(new DeleteTableCommand({ TableName }));
  });

beforeAll(async () => {
  for (const directory of [oldDir, newDir]) mkdirSync(directory);
  const house = await openAlliance({ startAt: BEGIN, dataDir: oldDir });
  story = await liveUntilMove(house);
  movedAt = house.machine.now();
  await house.close();
  const options = { dataDir: oldDir, to: folder, env: { ...env, AWS_ENDPOINT_URL_DYNAMODB: undefined } };
  exported = await exportMachine({ ...options, final: false, secrets: true, now: () => movedAt, log: () => {} });
  loadSecrets();
  report = await onTheOtherSide(async (client) => {
    await createTables(client, TABLE_NAMES);
    const directory = join(newDir, "files");
    const { files } = openFiles({ directory, secret: "", origin: "http://localhost", now: () => movedAt });
    return importFolder({
      from: folder,
      table: { client, ...TABLE_NAMES },
      files,
      definitions: { activityLifecycle: hashOf("activity-lifecycle"), awardRun: hashOf("award-run") },
      resume: false,
      now: () => movedAt,
      owner: "move",
      pause: async () => {},
      log: () => {},
    });
  });
}, LONG);
afterAll(async () => {
  if (endpoint) await dropTables();
  rmSync(root, { recursive: true, force: true });
});

describe("a machine that was lived in", () => {
  it("is found to be the same on the other side: counts, chains, balances, roots, files, open stages", () => {
    if (endpoint) process.stderr.write(`${endpoint ?? "dynoxide"}\n${report.checks.map(lineOfCheck).join("\n")}\n`);

    expect(report.checks.filter((check) => !isSame(check))).toEqual([]);
    expect(report.done).toBe(true);
    expect(exported.manifest.alliance.activities).toEqual({
      archiving: 1,
      covering: 1,
      done: 1,
      executing: 1,
      proposing: 1,
      recruiting: 1,
      surveying: 1,
    });
    expect(exported.manifest.alliance.awardRuns).toEqual({ deciding: 1 });
  });

  it("has its secrets in one file for its owner, and nowhere else", () => {
    const kept = JSON.parse(readFileSync(join(oldDir, "secrets.json"), "utf8")) as Record<string, string>;
    const forms = Object.values(kept).flatMap((text) => {
      const bytes = Buffer.from(text, "base64url");
      return [text, bytes.toString("hex"), bytes.toString("base64"), bytes.toString("latin1")];
    });
    const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const telling = names
      .filter(({ parentPath, name }) => {
        const text = readFileSync(join(parentPath, name), "latin1");
        return forms.some((form) => text.includes(form));
      })
      .map(({ name }) => name);

    expect(telling).toEqual(["secrets.env"]);
  });
});

describe("what was under way", () => {
  it(
    "comes to the same end on the other side as where it was",
    async () => {
      const left = await openAlliance({ dataDir: oldDir, startAt: movedAt });
      const there = await openAlliance({
        dataDir: newDir,
        startAt: movedAt,
        env: { AWS_ENDPOINT_URL_DYNAMODB: endpoint },
      });
      const answers = await Promise.all([left, there].map((house) => liveOn(house, story)));
      const [own, moved] = [await endOf(left, story), await endOf(there, story)];
      const generations = await Promise.all(
        [story.surveying, story.proposing, story.done].map(async (one) => (await there.lifecycleOf(one)).generation),
      );
      const faults = there.faults;
      await left.close();
      await there.close();

      expect(moved).toEqual(own);
      expect(answers.flat()).toEqual(Array(6).fill(200));
      expect(Object.values(moved.ends).map((end) => (end as { stages: { status: string } }).stages.status)).toEqual(
        Array(7).fill("done"),
      );
      expect(moved.run.status).toBe("done");
      expect(generations).toEqual([2, 2, 1]);
      expect(faults).toEqual([]);
    },
    LONG,
  );
});
