import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Announcement } from "@yigong/core/announcement/index.ts";
import { afterAll, expect, it } from "vitest";
import { openMachine } from "./machine.ts";

const MAIN = fileURLToPath(new URL("./main.ts", import.meta.url));
const dataDir = mkdtempSync(join(tmpdir(), "yigong-stop-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const { YIGONG_DATA: _, ...env } = process.env;
const open = () =>
  openMachine({ dataDir, time: { kind: "real" }, origin: () => "http://localhost", env: {}, log: () => {} });

/** An announcement that waits in the outbox until `dueAt`. */
const ID = `act_${"0".repeat(26)}`;
const announcement = (at: string) => ({
  id: "ann_00000000000000000000000001" as never,
  activityId: ID,
  revision: 1,
  createdAt: at,
  status: "queued" as const,
  content: {
    ...{ title: "净滩行", description: "说明", place: "海陵", risks: "无", origin: "team" as const },
    sessions: Announcement.Content.shape.sessions.parse([
      {
        id: `ses_${"0".repeat(26)}`,
        startsAt: "2098-01-01T01:00:00.000Z",
        endsAt: "2098-01-01T04:00:00.000Z",
        positions: [{ id: `pos_${"0".repeat(26)}`, name: "清理", headCount: 2, requiredSkills: [] }],
      },
    ]),
    recruitUntil: "2099-01-01T00:00:00.000Z",
  },
});

it("a server whose gateway hangs ends within five seconds of SIGTERM, and sends at its next start", async () => {
  const asked = Promise.withResolvers<void>();
  const gateway = createServer((socket) => {
    socket.on("error", () => {});
    asked.resolve();
  });
  await new Promise<void>((listening) => gateway.listen(0, "127.0.0.1", listening));
  const { port } = gateway.address() as AddressInfo;
  const before = await open();
  const soon = new Date(Date.now() + 4_000).toISOString();
  await before.app.useCases.announcements.announce(announcement(soon));
  await before.close();

  const child = spawn(process.execPath, ["--import", "tsx", MAIN], {
    env: {
      ...env,
      ...{ YIGONG_DATA: dataDir, PORT: "0", YIGONG_OA_KIND: "wecom", YIGONG_OA_URL: `http://127.0.0.1:${port}/` },
    },
    stdio: "ignore",
  });
  const ended = new Promise<number | null>((resolve) => child.on("exit", (code) => resolve(code)));
  await asked.promise;
  const told = performance.now();
  child.kill("SIGTERM");
  const code = await ended;
  const took = performance.now() - told;
  gateway.close();

  expect([code, took < 5_000]).toEqual([0, true]);
  const after = await open();
  await after.beat();
  await after.settle();
  const sent = await after.app.useCases.announcements.latest(ID);
  await after.close();
  expect(sent.status).toBe("published");
}, 40_000);
