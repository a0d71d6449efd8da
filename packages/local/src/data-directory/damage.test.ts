import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../store/store.ts";
import { requireData } from "./has-data.ts";
import { makeDataDirectory } from "./make-data-directory.ts";
import { markMoved, requireNotMoved } from "./moved-marker.ts";
import { openSecrets, readSecrets, renewSecrets } from "./secrets.ts";
import { openShiftedClock } from "./shifted-clock.ts";
import { openSoundFiles, requireSoundFiles } from "./sound-files.ts";

let dataDir: string;
const pathOf = (name: string) => join(dataDir, name);
const secretsPath = () => pathOf("secrets.json");

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "yigong-damage-"));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const GOOD = Buffer.alloc(32, 9).toString("base64url");
const all = (secret: unknown) => JSON.stringify({ tokens: secret, surveys: GOOD, checkIns: GOOD, files: GOOD });
/** A refusal in both languages that says what to do. */
const refusal = (code: string) =>
  expect.objectContaining({
    name: code,
    message: expect.stringMatching(/[\u4e00-\u9fff][\s\S]* \/ [\s\S]*[A-Za-z]{4}[\s\S]*\n[\s\S]*[\u4e00-\u9fff]/),
  });

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error("Nothing was refused.");
}

/** What there is in the directory, to the byte. */
const contents = () =>
  readdirSync(dataDir, { recursive: true, encoding: "utf8" })
    .sort()
    .map((name) => [name, statSync(pathOf(name)).isFile() ? readFileSync(pathOf(name), "base64") : "directory"]);

const DAMAGES: [string, string][] = [
  ["empty", ""],
  ["white space", " \n"],
  ["half of it", all(GOOD).slice(0, 70)],
  ["not JSON", "tokens=abc"],
  ["null", "null"],
  ["a list", "[]"],
  ["a text", '"secret"'],
  ["nothing in it", "{}"],
  ["a secret missing", JSON.stringify({ tokens: GOOD, surveys: GOOD, checkIns: GOOD })],
  ["an empty secret", all("")],
  ["a number", all(12)],
  ["null for a secret", all(null)],
  ["a short secret", all(Buffer.alloc(31, 9).toString("base64url"))],
  ["a secret in other letters", all(`${GOOD.slice(1)}*`)],
];

describe("secrets.json", () => {
  it.each(DAMAGES)("is refused and left as it is when it is damaged: %s", (_, text) => {
    writeFileSync(secretsPath(), text);
    const before = contents();

    expect(thrownBy(() => openSecrets(dataDir))).toEqual(refusal("data.damaged"));
    expect(thrownBy(() => readSecrets(dataDir))).toEqual(refusal("data.damaged"));
    expect(contents()).toEqual(before);
  });

  it("never repeats in a message what it holds", () => {
    writeFileSync(secretsPath(), all(12));

    expect(thrownBy(() => openSecrets(dataDir))).toMatchObject({ message: expect.not.stringContaining(GOOD) });
  });

  it("is refused when it is a directory", () => {
    mkdirSync(secretsPath());

    expect(thrownBy(() => openSecrets(dataDir))).toEqual(refusal("data.unreadable"));
  });

  it.each(["stepfunctions.sqlite", "inbox.sqlite", "files", "store/store.json"])(
    "is not made anew where a machine has left %s",
    (trace) => {
      mkdirSync(pathOf("store"));
      writeFileSync(pathOf(trace), "");

      expect(thrownBy(() => openSecrets(dataDir))).toEqual(refusal("secrets.missing"));
      expect(existsSync(secretsPath())).toBe(false);
    },
  );

  it("is made once in a new directory, for its owner's eyes", () => {
    const first = openSecrets(dataDir);

    expect(openSecrets(dataDir)).toEqual(first);
    expect(new Set(Object.values(first).map((secret) => Buffer.from(secret).toString("hex"))).size).toBe(4);
    expect(statSync(secretsPath()).mode & 0o777).toBe(0o600);
  });

  it.each(DAMAGES)("is renewed by one who says so, and the damaged file is kept: %s", (_, text) => {
    writeFileSync(secretsPath(), text);

    expect(renewSecrets(dataDir, "2026-09-01T01:00:00.000Z")).toBe(true);
    expect(readFileSync(pathOf("secrets.json.2026-09-01T010000.000Z"), "utf8")).toBe(text);
    expect(readSecrets(dataDir).tokens).toHaveLength(32);
  });

  it("stays when it is sound, whoever says so", () => {
    const before = openSecrets(dataDir);

    expect(renewSecrets(dataDir, "2026-09-01T01:00:00.000Z")).toBe(false);
    expect(readSecrets(dataDir)).toEqual(before);
  });
});

describe("the small files", () => {
  it.each(["", "{", "[]", '{"offset":"1"}', '{"offset":-1}', "null"])("a clock of %j is refused", (text) => {
    writeFileSync(pathOf("clock.json"), text);

    expect(thrownBy(() => openShiftedClock(dataDir))).toEqual(refusal("data.damaged"));
  });

  it.each(["", "{", "{}", '{"at":1,"to":"x"}'])("a mark of a move of %j is refused, not passed over", (text) => {
    markMoved(dataDir, { at: "2026-09-01T01:00:00.000Z", to: "x" });
    writeFileSync(pathOf("moved.json"), text);

    expect(thrownBy(() => requireNotMoved(dataDir))).toEqual(refusal("data.damaged"));
  });
});

/** A database of several pages. */
function database(path: string): Buffer {
  const made = new DatabaseSync(path);
  made.exec("CREATE TABLE t (x TEXT); PRAGMA user_version = 1");
  for (let row = 0; row < 50; row += 1) made.prepare("INSERT INTO t VALUES (?)").run("x".repeat(1000));
  made.close();
  return readFileSync(path);
}

const BROKEN: [string, (whole: Buffer) => Buffer | "directory"][] = [
  ["zero bytes", () => Buffer.alloc(0)],
  ["a page of zeros", () => Buffer.alloc(4096)],
  ["garbage", () => Buffer.alloc(8192, "garbage")],
  ["half a header", (whole) => whole.subarray(0, 50)],
  ["half of it", (whole) => whole.subarray(0, whole.length / 2)],
  ["all but its last page", (whole) => whole.subarray(0, -4096)],
  ["a directory", () => "directory"],
];

describe("a database", () => {
  const damage = (path: string, how: (whole: Buffer) => Buffer | "directory") => {
    const broken = how(database(path));
    rmSync(path);
    if (broken === "directory") mkdirSync(path);
    else writeFileSync(path, broken);
    return broken === "directory" ? "data.unreadable" : "data.damaged";
  };

  it.each(["stepfunctions.sqlite", "inbox.sqlite"])("%s that is whole, or not there, is taken", (name) => {
    requireSoundFiles(dataDir);
    database(pathOf(name));

    expect(() => requireSoundFiles(dataDir)).not.toThrow();
  });

  it.each(
    ["stepfunctions.sqlite", "inbox.sqlite"].flatMap((name) => BROKEN.map(([what, how]) => [name, what, how] as const)),
  )("%s is refused as %s, and left as it is", (name, _, how) => {
    const code = damage(pathOf(name), how);
    const before = contents();

    expect(thrownBy(() => requireSoundFiles(dataDir))).toEqual(refusal(code));
    expect(contents()).toEqual(before);
  });

  it.each([...BROKEN, ["missing", () => Buffer.alloc(0)] as (typeof BROKEN)[number]])(
    "of the store is refused as %s, and left as it is",
    async (what, how) => {
      const options = { dataDir, env: {}, log: () => {} };
      await (await openStore(options)).stop();
      const path = pathOf("dynamo.db");
      const code = what === "missing" ? "data.missing" : damage(path, how);
      if (what === "missing") rmSync(path);
      const before = existsSync(path) && statSync(path).isFile() ? readFileSync(path) : "none";

      await expect(openStore(options)).rejects.toEqual(refusal(code));
      expect(existsSync(path) && statSync(path).isFile() ? readFileSync(path) : "none").toEqual(before);
    },
  );

  it("of a store that was killed when it made its file is taken for a new one", async () => {
    writeFileSync(pathOf("dynamo.db"), "");
    const store = await openStore({ dataDir, env: {}, log: () => {} });

    expect(await store.isUp()).toBe(true);
    await store.stop();
  });

  it("is made whole, so that a kill leaves none that is empty", () => {
    writeFileSync(pathOf("inbox.sqlite.new"), "half of on");
    openSoundFiles(dataDir);

    expect(contents().map(([name]) => name)).toEqual(["inbox.sqlite", "stepfunctions.sqlite"]);
    expect(() => requireSoundFiles(dataDir)).not.toThrow();
  });

  describe("that was killed as it wrote pages of its log into the file", () => {
    const path = () => pathOf("stepfunctions.sqlite");
    /** The file as it was, with the first page of what it was going to be; and the whole log. */
    const interrupted = () => {
      const made = new DatabaseSync(path());
      made.exec("PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; CREATE TABLE t (x TEXT)");
      made.exec("PRAGMA wal_checkpoint(TRUNCATE)");
      const before = readFileSync(path());
      for (let row = 0; row < 50; row += 1) made.prepare("INSERT INTO t VALUES (?)").run("x".repeat(1000));
      const log = readFileSync(`${path()}-wal`);
      made.close();
      const after = readFileSync(path());
      return { file: Buffer.concat([after.subarray(0, 4096), before.subarray(4096)]), log };
    };

    it("is finished and taken, with every row", () => {
      const { file, log } = interrupted();
      writeFileSync(path(), file);
      writeFileSync(`${path()}-wal`, log);
      requireSoundFiles(dataDir);
      const database = new DatabaseSync(path());

      expect(database.prepare("SELECT count(*) AS rows FROM t").get()).toEqual({ rows: 50 });
      database.close();
    });

    it.each([
      ["without its log", (log: Buffer) => log.subarray(0, 0)],
      ["with half its log", (log: Buffer) => log.subarray(0, log.length / 2)],
      ["with another log", () => Buffer.alloc(8192, "garbage")],
    ])("%s is refused", (_, how) => {
      const { file, log } = interrupted();
      writeFileSync(path(), file);
      writeFileSync(`${path()}-wal`, how(log));

      expect(thrownBy(() => requireSoundFiles(dataDir))).toEqual(refusal("data.damaged"));
    });
  });

  it.each(["store.json", "store.run.json"])("record %s that is damaged is refused", async (name) => {
    writeFileSync(pathOf(name), '{"kind":');

    await expect(openStore({ dataDir, env: {}, log: () => {} })).rejects.toEqual(refusal("data.damaged"));
  });
});

describe("a data directory", () => {
  it.each(["/dev/null", "/dev/null/data"])("%s that cannot be one is refused", (path) => {
    expect(thrownBy(() => makeDataDirectory(path))).toMatchObject({
      code: "data.unwritable",
      message: expect.stringMatching(/[\u4e00-\u9fff].*YIGONG_DATA.* \/ .*YIGONG_DATA/),
    });
  });

  it("is not made by a command that reads it, and an empty one is none", () => {
    const mistyped = pathOf("mistyped");

    expect(thrownBy(() => requireData(mistyped))).toMatchObject({ code: "data.missing" });
    expect(thrownBy(() => requireData(dataDir))).toMatchObject({ code: "data.missing" });
    expect(existsSync(mistyped)).toBe(false);
  });
});
