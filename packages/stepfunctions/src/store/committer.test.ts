import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openCommitter } from "./committer.ts";
import { openDatabase } from "./schema.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "store-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

it("writes of many callers become one transaction, and each caller hears of it", async () => {
  const database = new DatabaseSync(":memory:");
  database.exec("CREATE TABLE t (n INTEGER)");
  const insert = database.prepare("INSERT INTO t VALUES (?)");
  let commits = 0;
  const committer = openCommitter(database, () => {
    commits += 1;
  });
  await Promise.all([1, 2, 3].map((n) => committer.commit([() => insert.run(n)])));

  expect(commits).toBe(1);
  expect(database.prepare("SELECT count(*) AS n FROM t").get()).toEqual({ n: 3 });
});

it("a full disk holds callers up without losing their writes; they are told once there is room", async () => {
  const database = new DatabaseSync(join(directory, "full.db"));
  database.exec("CREATE TABLE t (text TEXT); PRAGMA max_page_count = 4");
  const insert = database.prepare("INSERT INTO t VALUES (?)");
  const committer = openCommitter(database, () => undefined);
  let told = false;
  const waiting = committer.commit([() => insert.run("x".repeat(100_000))]).then(() => {
    told = true;
  });
  committer.flush();
  const before = told;
  database.exec("PRAGMA max_page_count = 1000");
  await waiting;

  expect([before, told]).toEqual([false, true]);
  expect(database.prepare("SELECT length(text) AS n FROM t").all()).toEqual([{ n: 100_000 }]);
  database.close();
});

it("a file that is open already is refused with a message that says so", () => {
  const path = join(directory, "a.db");
  const first = openDatabase(path);

  expect(() => openDatabase(path)).toThrow(/another process/);
  first.close();
  openDatabase(path).close();
});

it("a file of a newer format is refused and left alone", () => {
  const path = join(directory, "a.db");
  const first = openDatabase(path);
  first.exec("PRAGMA user_version = 99");
  first.close();

  expect(() => openDatabase(path)).toThrow(/newer/);
});
