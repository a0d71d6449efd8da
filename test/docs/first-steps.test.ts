import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Server, startServer } from "../two-processes/server.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The commands of a README's first steps, as they stand there. */
function firstSteps(file: string): string {
  const text = readFileSync(join(ROOT, file), "utf8");
  const block = [...text.matchAll(/```sh\n(.*?)```/gs)]
    .map(([, code = ""]) => code)
    .find((code) => code.includes("API="));
  if (!block) throw new Error(`${file} has no first steps.`);
  return block;
}

/** The same for each language: neither comments nor the texts of the example count. */
const commandsOf = (block: string): string[] =>
  block
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.replace(/"[^"$]*[^\x20-\x7e][^"]*"|"[A-Z][^"$]*"/g, '"…"'));

/** The block as a script: what a reader copies from one answer into the next request is copied. */
const scriptOf = (block: string, origin: string): string =>
  `set -e\n${block}`
    .replace("http://localhost:3000", origin)
    .replace(/^(curl .*\$API\/imports)$/gm, `IMPORT=$($1 | node -p 'JSON.parse(fs.readFileSync(0, "utf8")).id')`)
    .replaceAll("imp_…", "$IMPORT");

const data = mkdtempSync(join(tmpdir(), "first-steps-"));
let server: Server;
beforeAll(async () => {
  server = await startServer(data);
});
afterAll(async () => {
  await server.stop();
  rmSync(data, { recursive: true });
});

it("lets a reader import the example and publish an activity by the README's first steps", async () => {
  const env = { ...process.env, YIGONG_DATA: data };
  const script = scriptOf(firstSteps("README.md"), server.origin);
  execFileSync("bash", ["-c", script], { cwd: ROOT, env, stdio: ["ignore", "ignore", "pipe"] });
  const as = (number: string) => {
    const token = execFileSync("npm", ["run", "-s", "token", "--", "--as", number], { cwd: ROOT, env });
    return { authorization: `Bearer ${token.toString().trim()}` };
  };
  const operating = as("000275");
  // The outbox sends after the request was answered.
  const inbox = async () => (await fetch(`${server.origin}/inbox.json`, { headers: operating })).text();

  await expect.poll(inbox, { timeout: 60_000 }).toContain("Phones made easy");

  const headers = as("000197");
  const shifts = (await (await fetch(`${server.origin}/api/v1/shifts?member=me`, { headers })).json()) as {
    items: { startsAt: string }[];
  };
  const daysAhead = shifts.items.map(({ startsAt }) => (Date.parse(startsAt) - Date.now()) / 86_400_000);

  expect(daysAhead).toHaveLength(10);
  expect(Math.min(...daysAhead)).toBeGreaterThan(0);
  expect(Math.max(...daysAhead)).toBeLessThan(21);
  // Nine processes one after the other.
}, 180_000);

it("tells the same first steps in both languages", () => {
  expect(commandsOf(firstSteps("README.zh-CN.md"))).toEqual(commandsOf(firstSteps("README.md")));
});
