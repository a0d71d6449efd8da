import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fc, test } from "@fast-check/vitest";
import { afterAll, describe, expect, it } from "vitest";
import { linesIn, openLines } from "./jsonl-file.ts";

const folder = mkdtempSync(join(tmpdir(), "yigong-lines-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const fresh = () => join(folder, `${++files}.jsonl`);

async function written(lines: readonly string[]) {
  const path = fresh();
  const file = openLines(path);
  for (const line of lines) await file.write(line);
  return { path, sum: await file.end() };
}

async function read(path: string) {
  const lines: string[] = [];
  const reading = linesIn(path);
  let step = await reading.next();
  for (; !step.done; step = await reading.next()) lines.push(step.value);
  return { lines, sum: step.value };
}

describe("a file of lines", () => {
  test.prop([fc.array(fc.string({ unit: "grapheme" }).map((text) => text.replaceAll("\n", "")))], { numRuns: 50 })(
    "gives back the lines that it was given, and the same sum",
    async (lines) => {
      const { path, sum } = await written(lines);

      expect(await read(path)).toEqual({ lines, sum });
    },
  );

  it("ends a line at a line feed only", async () => {
    const lines = ["义工\u2028联盟", "a\u2029b\u0085c\rd\u000be"];
    const { path } = await written(lines);

    expect((await read(path)).lines).toEqual(lines);
  });

  it("reads lines that are longer than what is read at once, and a last one without its end", async () => {
    const path = fresh();
    const lines = ["长".repeat(700_000), "", "x"];
    writeFileSync(path, lines.join("\n"));

    expect((await read(path)).lines).toEqual(lines);
  });

  it("is for its owner alone, is summed as it lies on the disk, and is never written over", async () => {
    const { path, sum } = await written(["one", "two"]);
    const bytes = readFileSync(path);
    const again = openLines(path);

    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(sum).toEqual({ bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") });
    await expect(again.end()).rejects.toMatchObject({ code: "EEXIST" });
  });
});
