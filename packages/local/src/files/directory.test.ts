import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Directory, isKey, openDirectory } from "./directory.ts";

let root: string;
let directory: Directory;
const key = "serving/act_a/mat_b/large.jpg";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "yigong-files-"));
  directory = openDirectory(root);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const bytes = (text: string) => [Buffer.from(text)];

describe("a key", () => {
  it.each([
    ["quarantine/act_a/mat_b", true],
    ["serving/act_a/mat_b/large.jpg", true],
    ["serving/act_a", false],
    ["serving/act_a/mat_b/c/d", false],
    ["other/act_a/mat_b", false],
    ["../serving/act_a/mat_b", false],
    ["serving/../../etc/passwd", false],
    ["serving/act_a/..", false],
    ["serving/act_a/../mat_b", false],
    ["serving/act_a/.hidden", false],
    ["serving//mat_b", false],
    ["serving/act_a/mat\\b", false],
    ["serving/act_a/mat\u0000b", false],
    ["/serving/act_a/mat_b", false],
    ["serving/act_a/mat_b/", false],
  ])("%j names an object: %s", (given, fine) => {
    expect(isKey(given)).toBe(fine);
  });

  it("that names none never becomes a path", () => {
    expect(() => directory.pathOf("serving/../../etc")).toThrow(RangeError);
  });
});

describe("a write", () => {
  it("is read back whole, and again when it is repeated", async () => {
    await directory.write(key, bytes("one"));
    await directory.write(key, bytes("two"));

    expect(Buffer.from((await directory.read(key)) ?? []).toString()).toBe("two");
    expect(await directory.size(key)).toBe(3);
  });

  it("that breaks off leaves what was there and no rest", async () => {
    await directory.write(key, bytes("one"));
    const breaking = async function* () {
      yield Buffer.from("tw");
      throw new Error("the line broke");
    };

    await expect(directory.write(key, breaking())).rejects.toThrow("the line broke");
    expect(Buffer.from((await directory.read(key)) ?? []).toString()).toBe("one");
    expect(filesIn(root)).toHaveLength(1);
  });
});

it("knows nothing of what is not there, and removes it without complaint", async () => {
  await directory.remove(key);

  expect(await directory.read(key)).toBeUndefined();
  expect(await directory.size(key)).toBeUndefined();
});

it("sweeps old uploads and torn writes, and nothing that is served", async () => {
  const yesterday = new Date("2026-09-19T00:00:00.000Z");
  for (const each of ["quarantine/act_a/mat_old", "quarantine/act_a/mat_new", key])
    await directory.write(each, bytes("x"));
  writeFileSync(join(root, "incoming", "torn"), "x");
  for (const each of ["quarantine/act_a/mat_old", "incoming/torn", key])
    utimesSync(join(root, each), yesterday, yesterday);
  await directory.sweep(new Date("2026-09-19T12:00:00.000Z"));

  expect(
    filesIn(root)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(["large.jpg", "mat_new"]);
});

it("has nothing to sweep before the first upload", async () => {
  await directory.sweep(new Date());

  expect(filesIn(root)).toEqual([]);
});
