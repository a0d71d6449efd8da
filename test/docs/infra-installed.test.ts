import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const copy = mkdtempSync(join(tmpdir(), "infra-installed-"));
const tools = join(copy, "tools/sst-offline");
cpSync(join(ROOT, "tools/sst-offline"), tools, { recursive: true });
afterAll(() => rmSync(copy, { recursive: true }));

const run = () => spawnSync(process.execPath, [join(tools, "installed.ts")], { encoding: "utf8" });

it("says in one line what to run first, and nothing once that was run", () => {
  const before = run();
  mkdirSync(join(copy, ".sst/platform"), { recursive: true });
  writeFileSync(join(copy, ".sst/platform/.installed"), "");
  const after = run();

  expect([before.status, after.status, after.stderr]).toEqual([1, 0, ""]);
  expect(before.stderr.trimEnd().split("\n")).toEqual([expect.stringContaining("npm run infra:install")]);
});

it.each(["infra:types", "infra:synth", "infra:check", "infra:planted"])("npm run %s begins with that", (name) => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));

  expect(scripts[name]).toMatch(/^node tools\/sst-offline\/installed\.ts && /);
});
