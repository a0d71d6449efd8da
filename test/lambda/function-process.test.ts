import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type FunctionProcess, openFunction } from "./function-process.ts";

const NOW = Date.parse("2026-09-01T01:00:00.000Z");
let folder: string;
let lines: string[];
let opened: FunctionProcess | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "yigong-lambda-"));
  lines = [];
});
afterEach(async () => {
  await opened?.close();
  rmSync(folder, { recursive: true });
});

function deployed(source: string, timeoutMs = 5_000): FunctionProcess {
  writeFileSync(join(folder, "bundle.mjs"), source);
  const credentials = { accessKeyId: "ASIAX", secretAccessKey: "secret", sessionToken: "session" };
  const account = { region: "us-east-1", credentials, endpoints: { DYNAMODB: "http://127.0.0.1:1" }, outside: "" };
  const arn = "arn:aws:lambda:us-east-1:123456789012:function:x";
  const one = {
    name: "x",
    arn,
    folder,
    handler: "bundle.run",
    memoryMb: 512,
    timeoutMs,
    logGroup: "/x",
    environment: { OWN: "yes" },
  };
  opened = openFunction(one, account, (line) => lines.push(line));
  return opened;
}
const ok = (value: unknown) => ({ ok: true, text: JSON.stringify(value) });

it("calls the handler in its folder, with its environment and Lambda's and nothing of ours", async () => {
  const names = "['OWN', '_HANDLER', 'AWS_ACCESS_KEY_ID', 'AWS_ENDPOINT_URL_DYNAMODB', 'HOME', 'VITEST']";
  const one = deployed(`export const run = async (event, context) => ({
    event, env: ${names}.map((name) => process.env[name] ?? null), here: process.cwd(), name: context.functionName });`);

  expect(await one.invoke({ a: 1 }, NOW)).toEqual(
    ok({
      event: { a: 1 },
      env: ["yes", "bundle.run", "ASIAX", "http://127.0.0.1:1", null, null],
      here: folder,
      name: "x",
    }),
  );
});

it("lets its calendar stand at the instant of each invocation", async () => {
  const one = deployed(`const loaded = new Date(0);
    export const run = async () => [new Date().toISOString(), Date.now(), loaded instanceof Date, new Date(5).getTime()];`);
  const later = NOW + 86_400_000;

  expect(await one.invoke(null, NOW)).toEqual(ok([new Date(NOW).toISOString(), NOW, true, 5]));
  expect(await one.invoke(null, later)).toEqual(ok([new Date(later).toISOString(), later, true, 5]));
});

it("keeps what was loaded from one invocation to the next, one at a time", async () => {
  const one = deployed(`let busy = 0, most = 0, calls = 0;
    export const run = async () => { calls += 1; busy += 1; most = Math.max(most, busy);
      await new Promise((resolve) => setTimeout(resolve, 5)); busy -= 1; return [calls, most]; };`);
  const answers = await Promise.all([one.invoke(1, NOW), one.invoke(2, NOW), one.invoke(3, NOW)]);

  expect(answers).toEqual([ok([1, 1]), ok([2, 1]), ok([3, 1])]);
});

it("answers an error with its name and writes it to the log, as Lambda does", async () => {
  const one = deployed(`export const run = async () => { console.log("hello");
    throw Object.assign(new Error("gone"), { name: "stage.changed" }); };`);
  const answer = await one.invoke(null, NOW);

  expect(answer).toMatchObject({ ok: false, error: { errorType: "stage.changed", errorMessage: "gone" } });
  expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
    { level: "INFO", message: "hello" },
    { level: "ERROR", message: { errorType: "stage.changed", errorMessage: "gone" } },
  ]);
});

it("is ended when it takes too long or ends itself, and begins anew", async () => {
  const one = deployed(
    `let calls = 0; export const run = async (how) => { calls += 1; if (how === "exit") process.exit(3);
      if (how === "hang") await new Promise((resolve) => setTimeout(resolve, 60_000)); return calls; };`,
    300,
  );
  const answers = [await one.invoke("", NOW), await one.invoke("hang", NOW), await one.invoke("", NOW)];
  answers.push(await one.invoke("exit", NOW), await one.invoke("", NOW));

  expect(answers).toMatchObject([
    ok(1),
    { ok: false, error: { errorType: "Sandbox.Timedout" } },
    ok(1),
    { ok: false, error: { errorType: "Runtime.ExitError" } },
    ok(1),
  ]);
});
