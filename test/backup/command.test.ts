import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, watch } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { copiesIn } from "@yigong/local/backup/copies.ts";
import { openMachine } from "@yigong/local/machine.ts";
import { listen } from "@yigong/local/server.ts";
import { openSite } from "@yigong/local/web/site.ts";
import { openAlliance } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, expect, it } from "vitest";

const root = mkdtempSync(join(tmpdir(), "yigong-backup-"));
const dataDir = join(root, "data");
const backups = join(root, "copies");

beforeAll(async () => {
  mkdirSync(dataDir);
  await (await openAlliance({ dataDir })).close();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function begin(name: "backup" | "restore", args: string[], env: object = {}): ChildProcess {
  const path = fileURLToPath(new URL(`../../packages/local/src/backup/${name}-command.ts`, import.meta.url));
  return spawn(process.execPath, ["--import", "tsx", path, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      ...{ YIGONG_DATA: dataDir, YIGONG_BACKUPS: backups, PORT: "1", AWS_ENDPOINT_URL_DYNAMODB: undefined },
      ...env,
    },
  });
}

async function ended(child: ChildProcess) {
  const said = { out: "", err: "" };
  child.stdout?.on("data", (part: Buffer) => {
    said.out += part.toString();
  });
  child.stderr?.on("data", (part: Buffer) => {
    said.err += part.toString();
  });
  const [code] = (await once(child, "close")) as [number | null];
  return { code, ...said };
}

it("killed in the middle, a backup leaves nothing that looks whole, and the next one is", async () => {
  mkdirSync(backups, { recursive: true });
  const child = begin("backup", []);
  const over = ended(child);
  for await (const [name] of on(backups)) {
    if (!name.endsWith(".part")) continue;
    child.kill("SIGKILL");
    break;
  }
  const { code } = await over;
  const left = await copiesIn(backups);
  const again = await ended(begin("backup", []));

  expect(code).toBe(null);
  expect(left).toEqual([]);
  expect(again).toMatchObject({ code: 0, err: "" });
  expect(readdirSync(backups)).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\dT\d{6}Z$/)]);
});

async function* on(folder: string): AsyncGenerator<[string]> {
  const seen: string[] = [];
  let wake = () => {};
  const watcher = watch(folder, (_, name) => {
    seen.push(name ?? "");
    wake();
  });
  try {
    for (;;) {
      const name = seen.shift();
      if (name !== undefined) yield [name];
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } finally {
    watcher.close();
  }
}

it("is made by the server that has the data open, for who can read the data directory alone", async () => {
  const listening = await listen(0);
  const origin = `http://localhost:${listening.port}`;
  const options = { dataDir, time: { kind: "real" }, origin: () => origin, env: {}, log: () => {} } as const;
  const machine = await openMachine({ ...options, backups });
  const site = openSite({ machine, hostname: "127.0.0.1", origin });
  listening.serve((request, env) => site.fetch(request, env));
  const before = await copiesIn(backups);
  const made = await ended(begin("backup", [], { PORT: String(listening.port) }));
  const stranger = await fetch(`${origin}/machine/backup`, { method: "POST" });
  const elsewhere = await ended(begin("backup", []));
  await listening.close();
  await machine.close();

  expect(made).toMatchObject({ code: 0, err: "" });
  expect(made.out).toContain("npm run restore -- --from");
  expect(await copiesIn(backups)).toHaveLength(before.length + 1);
  expect(stranger.status).toBe(403);
  expect(elsewhere).toMatchObject({ code: 1, err: expect.stringContaining("PORT") });
});

it("is restored by a command into a folder that a machine then opens; what a killed restore has left is refused", async () => {
  const [newest] = await copiesIn(backups);
  const to = join(root, "restored");
  const restored = await ended(begin("restore", ["--from", newest?.path ?? "", "--to", to]));
  const wrong = await ended(begin("restore", ["--from", root, "--to", join(root, "none")]));
  const usage = await ended(begin("restore", []));
  const house = await openAlliance({ dataDir: to });
  const people = await house.machine.app.useCases.members.all();
  await house.close();
  const half = join(root, "half");
  mkdirSync(half);
  const child = begin("restore", ["--from", newest?.path ?? "", "--to", half]);
  const over = ended(child);
  for await (const [name] of on(half)) {
    if (name !== "restoring") continue;
    child.kill("SIGKILL");
    break;
  }
  await over;

  expect(restored).toMatchObject({ code: 0, err: "" });
  expect(wrong).toMatchObject({ code: 1, err: expect.stringContaining("copy.json") });
  expect(usage.code).toBe(2);
  expect(people).toHaveLength(26);
  expect(existsSync(join(root, "none"))).toBe(false);
  await expect(openAlliance({ dataDir: half })).rejects.toMatchObject({ code: "restore.unfinished" });
});
