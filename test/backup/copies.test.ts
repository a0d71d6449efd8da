import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BackupState } from "@yigong/application/ports/backups.ts";
import { openBackups } from "@yigong/local/backup/backups.ts";
import { copiesIn } from "@yigong/local/backup/copies.ts";
import { makeCopy } from "@yigong/local/backup/make-copy.ts";
import { lockDataDirectory } from "@yigong/local/transfer/exclusive-lock.ts";
import { openAlliance } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

const root = mkdtempSync(join(tmpdir(), "yigong-copies-"));
const dataDir = join(root, "data");
let directory: string;
let count = 0;
let lock: ReturnType<typeof lockDataDirectory>;

beforeAll(async () => {
  mkdirSync(dataDir);
  await (await openAlliance({ dataDir })).close();
  const folder = join(dataDir, "files", "serving", "act_1", "mat_1");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "photo.jpg"), "a picture");
  lock = lockDataDirectory(dataDir);
});
beforeEach(() => {
  rmSync(join(dataDir, "backups.json"), { force: true });
  count += 1;
  directory = join(root, `copies${count}`);
});
afterAll(() => {
  lock.release();
  rmSync(root, { recursive: true, force: true });
});

const AT = "2026-10-05T01:00:00.000Z";
const copying = (signal = new AbortController().signal, at = AT) => ({
  ...{ dataDir, directory, engine: lock.backup, now: () => at, env: {}, signal },
});
const service = ({ free, at }: { free?: number; at: () => string }) => {
  const alarms: BackupState[] = [];
  const reports: string[] = [];
  const backups = openBackups({
    ...copying(),
    now: at,
    zone: "Asia/Shanghai",
    report: (what) => reports.push(what),
    alarm: async (state) => void alarms.push(state),
    ...(free === undefined ? {} : { free: async () => free }),
  });
  return { backups, alarms, reports };
};

describe("a copy", () => {
  it("is none until it is whole: what is cut off at any step leaves no copy, and the next one clears it away", async () => {
    for (const step of ["engine", "check"] as const) {
      const cut = new AbortController();
      const engine = async (path: string) => {
        await lock.backup(path);
        if (step === "engine") cut.abort();
        else queueMicrotask(() => setImmediate(() => cut.abort()));
      };
      await expect(makeCopy({ ...copying(cut.signal), engine })).rejects.toThrow();

      expect(await copiesIn(directory)).toEqual([]);
      expect(readdirSync(directory)).toEqual(["2026-10-05T010000Z.part"]);
    }
    await makeCopy(copying());

    expect(readdirSync(directory)).toEqual(["2026-10-05T010000Z"]);
  });

  it("is not begun where it would fill the disk, and says how much room it needs", async () => {
    const low = { ...copying(), free: async () => 100 * 1_048_576 };

    await expect(makeCopy(low)).rejects.toMatchObject({
      code: "backup.no_space",
      message: expect.stringMatching(/100 MiB.*YIGONG_BACKUPS/s),
    });
    expect(readdirSync(directory)).toEqual([]);
  });

  it("has uploaded files once, however many copies there are of them", async () => {
    const first = await makeCopy(copying());
    const second = await makeCopy(copying(undefined, "2026-10-06T01:00:00.000Z"));
    const photo = "files/serving/act_1/mat_1/photo.jpg";

    expect(statSync(join(second.path, photo)).ino).toBe(statSync(join(first.path, photo)).ino);
    expect(second.copy.sums[photo]).toEqual(first.copy.sums[photo]);
  });

  it("stores a file anew that the copy before no longer has as it was", async () => {
    const photo = "files/serving/act_1/mat_1/photo.jpg";
    const first = await makeCopy(copying());
    writeFileSync(join(first.path, photo), "a pictura");
    const second = await makeCopy(copying(undefined, "2026-10-06T01:00:00.000Z"));

    expect(second.copy.sums[photo]).toEqual(first.copy.sums[photo]);
  });
});

describe("a machine", () => {
  it("makes a copy once a day at half past two, also when it was off then", async () => {
    let now = AT;
    const { backups, reports } = service({ at: () => now });
    for (const at of [AT, "2026-10-05T18:15:00.000Z", "2026-10-05T18:30:00.000Z", "2026-10-08T03:00:00.000Z"]) {
      now = at;
      await backups.tick();
      await backups.idle();
    }

    expect((await copiesIn(directory)).map(({ at }) => at)).toEqual([
      "2026-10-08T03:00:00.000Z",
      "2026-10-05T18:30:00.000Z",
    ]);
    expect(reports).toEqual([]);
  });

  it("tells when a copy fails, tries again after an hour, and says so until one is whole", async () => {
    let now = AT;
    const full = service({ free: 0, at: () => now });
    now = "2026-10-05T18:30:00.000Z";
    await full.backups.tick();
    await full.backups.idle();
    now = "2026-10-05T19:00:00.000Z";
    await full.backups.tick();
    await full.backups.idle();
    const { alarms } = full;
    const failed = await full.backups.state();
    now = "2026-10-05T19:30:00.000Z";
    const mended = service({ at: () => now });
    await mended.backups.tick();
    await mended.backups.idle();

    expect(alarms).toHaveLength(1);
    expect(failed).toMatchObject({
      copies: 0,
      lastFault: "backup.no_space",
      lastFailedAt: "2026-10-05T18:30:00.000Z",
      isOverdue: false,
    });
    expect(await mended.backups.state()).toEqual({
      ...{ directory, copies: 1, lastAt: "2026-10-05T19:30:00.000Z", isUnderWay: false, isOverdue: false },
    });
  });

  it("is overdue without a whole copy for two days, and tells it", async () => {
    let now = AT;
    const full = service({ free: 0, at: () => now });
    now = "2026-10-07T01:00:01.000Z";
    await full.backups.tick();
    await full.backups.idle();

    expect((await full.backups.state()).isOverdue).toBe(true);
    expect(full.alarms.at(-1)).toMatchObject({ isOverdue: true });
    expect(existsSync(join(dataDir, "backups.json"))).toBe(true);
  });
});
