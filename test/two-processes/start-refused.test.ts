import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startServer } from "./server.ts";

const LOCAL = fileURLToPath(new URL("../../packages/local/src/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "start-refused-"));
const lived = join(folder, "lived");
const BILINGUAL = /[\u4e00-\u9fff][\s\S]* \/ [\s\S]*[A-Za-z]{4}/;

/** Runs a program to its end. */
async function run(program: string, env: Record<string, string>, args: readonly string[] = []) {
  const child = spawn(process.execPath, ["--import", "tsx", join(LOCAL, program), ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (part: Buffer) => {
      said += part.toString();
    });
  const [code] = (await once(child, "exit")) as [number | null];
  return { code, said };
}

beforeAll(async () => {
  await (await startServer(lived)).stop();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("npm start", () => {
  it.each([
    ["a port that is none", { PORT: "abc" }],
    ["a host that is not of this machine", { PORT: "0", HOST: "192.0.2.1" }],
    ["a host that cannot be resolved", { PORT: "0", HOST: "yigong.invalid" }],
    ["a file for a data directory", { PORT: "0", YIGONG_DATA: "/dev/null" }],
  ])(
    "refuses %s",
    async (_, env) => {
      const { code, said } = await run("main.ts", { YIGONG_DATA: join(folder, "new"), ...env });

      expect(code).toBe(1);
      expect(said).toMatch(BILINGUAL);
      expect(said).not.toMatch(/^ {4}at /m);
    },
    60_000,
  );

  it("refuses a port that is taken", async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
    const { port } = taken.address() as { port: number };
    const { code, said } = await run("main.ts", { YIGONG_DATA: join(folder, "new"), PORT: String(port) });
    taken.close();

    expect(code).toBe(1);
    expect(said).toMatch(BILINGUAL);
  }, 60_000);

  it("refuses data without its secrets, makes none, and goes on with new ones when told to", async () => {
    const path = join(lived, "secrets.json");
    rmSync(path);
    const refused = await run("main.ts", { YIGONG_DATA: lived, PORT: "0" });
    const isMade = existsSync(path);
    const server = await startServer(lived, {}, ["--new-secrets"]);
    const health = await fetch(`${server.origin}/api/health`);

    expect([refused.code, isMade]).toEqual([1, false]);
    expect(refused.said).toMatch(BILINGUAL);
    expect(refused.said).toContain("--new-secrets");
    expect(health.status).toBe(200);
    expect(await server.stop()).toBe(0);
  }, 120_000);

  it("refuses a truncated store, and leaves it as it is", async () => {
    const path = join(lived, "store", "dynamo.db");
    const whole = readFileSync(path);
    writeFileSync(path, whole.subarray(0, whole.length / 2));
    const { code, said } = await run("main.ts", { YIGONG_DATA: lived, PORT: "0" });
    const after = readFileSync(path);
    writeFileSync(path, whole);

    expect([code, after.length]).toEqual([1, whole.length / 2]);
    expect(said).toMatch(BILINGUAL);
  }, 60_000);
});

describe("a command with a mistyped data directory", () => {
  it.each([
    ["token-command.ts", ["--as", "setup"]],
    ["token-command.ts", ["--as", "000275"]],
    ["transfer/export-command.ts", ["--to", join(folder, "export")]],
  ])(
    "%s %j says so and makes nothing",
    async (program, args) => {
      mkdirSync(join(folder, "empty"), { recursive: true });
      const mistyped = await run(program, { YIGONG_DATA: join(folder, "mistyped") }, args);
      const empty = await run(program, { YIGONG_DATA: join(folder, "empty") }, args);

      expect([mistyped.code, empty.code]).toEqual([1, 1]);
      expect(mistyped.said).toMatch(BILINGUAL);
      expect(mistyped.said).toContain("YIGONG_DATA");
      expect(existsSync(join(folder, "mistyped"))).toBe(false);
      expect(readdirSync(join(folder, "empty"))).toEqual([]);
    },
    60_000,
  );
});

describe("npm run clock", () => {
  it.each([["advance", "30m2h"], ["advance", "7"], ["advance"], ["back", "7d"], []])(
    "explains itself for %j %j",
    async (...args) => {
      const { code, said } = await run("clock-command.ts", { PORT: "9" }, args.filter(Boolean));

      expect(code).toBe(2);
      expect(said).toContain("2h30m");
      expect(said).toMatch(BILINGUAL);
    },
    60_000,
  );

  it("moves the clock of a server in development, and says why another's stays", async () => {
    const data = join(folder, "clock");
    const server = await startServer(data, {}, ["--development"]);
    const { port } = new URL(server.origin);
    const moved = await run("clock-command.ts", { PORT: port }, ["advance", "2h30m"]);
    await server.stop();
    const plain = await startServer(data);
    const refused = await run("clock-command.ts", { PORT: new URL(plain.origin).port }, ["advance", "1h"]);
    await plain.stop();

    expect([moved.code, refused.code]).toEqual([0, 1]);
    expect(JSON.parse(readFileSync(join(data, "clock.json"), "utf8"))).toEqual({ offset: 9_000_000 });
    expect(refused.said).toContain("npm run dev");
  }, 120_000);
});
