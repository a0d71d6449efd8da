import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Message } from "@yigong/core/message/index.ts";
import type { Copy } from "@yigong/local/backup/copy-manifest.ts";
import { type Restored, restoreCopy } from "@yigong/local/backup/restore.ts";
import { checkoutDefinitions } from "@yigong/local/transfer/target.ts";
import { type Alliance, openAlliance } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BEGIN, endOf, liveOn, liveUntilMove, type Story } from "../transfer/life.ts";
import { openGateway } from "../week/gateway.ts";

const LONG = 240_000;
const root = mkdtempSync(join(tmpdir(), "yigong-drill-"));
const [oldDir, newDir, backups] = ["old", "new", "copies"].map((name) => join(root, name)) as [string, string, string];
const env = {};

let gateway: Awaited<ReturnType<typeof openGateway>>;
let story: Story;
let made: { copy: Copy; path: string };
let restored: Restored;
let diedAt: string;
let acts = 0;

/** Somebody takes a place and gives it back, over and over, and files come in, while the copy is made. */
async function busyUntil(house: Alliance, done: Promise<unknown>): Promise<void> {
  let over = false;
  void done.finally(() => {
    over = true;
  });
  while (!over) {
    await house.signUp(story.recruiting, "freeA2");
    await house.withdraw(story.recruiting, "freeA2");
    acts += 1;
    const folder = join(oldDir, "files", "serving", "act_busy", `n${acts}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "photo.jpg"), `picture ${acts}`);
  }
}

/** Something that is told an hour later: still to be sent in the copy, long sent when the machine is lost. */
async function tellLater(house: Alliance): Promise<void> {
  const at = house.machine.now();
  const dueAt = new Date(Date.parse(at) + 1_800_000).toISOString();
  const params = { title: "社区便民服务", closesAt: story.recruiting.at("12:00") };
  const to = { kind: "members" as const, memberIds: [house.idOf("freeB1"), house.idOf("partyB1")] };
  const effect = Message.tell({ template: "happiness.ask", params, to, dueAt, cause: "drill" });
  await house.machine.app.useCases.outbox.add([effect], at);
}

beforeAll(async () => {
  gateway = await openGateway();
  const channel = { YIGONG_IM_URL: gateway.url };
  const house = await openAlliance({ startAt: BEGIN, dataDir: oldDir, env: channel, backups });
  story = await liveUntilMove(house);
  await tellLater(house);
  const copying = house.machine.backups?.run();
  await busyUntil(house, Promise.resolve(copying));
  made = (await copying) as typeof made;
  await house.advanceTo(story.executing.at("11:30"));
  diedAt = house.machine.now();
  await house.close();
  restored = await restoreCopy({
    from: made.path,
    to: newDir,
    definitions: await checkoutDefinitions(),
    env,
    now: () => diedAt,
  });
}, LONG);
afterAll(async () => {
  await gateway.close();
  rmSync(root, { recursive: true, force: true });
});

describe("a machine that is copied while people are at work on it", () => {
  it("is in the copy as it was at one instant: every stage that was open, every chain", () => {
    expect(acts).toBeGreaterThan(0);
    expect(made.copy.alliance.activities).toEqual({
      archiving: 1,
      covering: 1,
      done: 1,
      executing: 1,
      proposing: 1,
      recruiting: 1,
      surveying: 1,
    });
    expect(made.copy.points.entries).toBeGreaterThan(0);
    expect(restored.copy).toEqual(made.copy);
    expect(restored.reissued).toBe(7);
  });

  it("is closed to everybody else, in the copy and where it is restored", () => {
    const modes = [made.path, newDir].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((name) => !name.startsWith("files") && !name.endsWith("store.lock"))
        .map((name) => statSync(join(folder, name)))
        .map((found) => (found.mode & 0o777) === (found.isFile() ? 0o600 : 0o700)),
    );

    expect(modes).not.toContain(false);
    expect(existsSync(join(made.path, "secrets.json"))).toBe(true);
  });

  it("is not restored over anything", async () => {
    const options = { from: made.path, to: oldDir, definitions: await checkoutDefinitions(), env, now: () => diedAt };

    await expect(restoreCopy(options)).rejects.toMatchObject({ code: "restore.folder_in_use" });
  });

  it("is not restored from a copy with one byte changed", async () => {
    const bad = join(root, "bad");
    cpSync(made.path, bad, { recursive: true });
    writeFileSync(join(bad, "secrets.json"), "{}");
    const to = join(root, "never");
    const options = { from: bad, to, definitions: await checkoutDefinitions(), env, now: () => diedAt };

    await expect(restoreCopy(options)).rejects.toMatchObject({ code: "restore.tampered" });
    expect(existsSync(to)).toBe(false);
  });
});

describe("a restored machine", () => {
  it(
    "goes on by itself to the end, and sends nothing that the machine before had sent",
    async () => {
      const before = gateway.taken.length;
      const house = await openAlliance({
        ...{ dataDir: newDir, startAt: diedAt },
        env: { YIGONG_IM_URL: gateway.url },
      });
      await house.advanceTo(story.executing.at("11:45"));
      const answers = await liveOn(house, story);
      const { ends, run } = await endOf(house, story);
      const generation = (await house.lifecycleOf(story.recruiting)).generation;
      const { faults } = house;
      await house.close();
      const keys = gateway.taken.map(({ key }) => key);
      const twice = keys.filter((key, at) => keys.indexOf(key) !== at);

      expect(Object.values(ends).map((end) => (end as { stages: { status: string } }).stages.status)).toEqual(
        Array(7).fill("done"),
      );
      expect(answers).toEqual([200, 200, 200]);
      expect(run.status).toBe("done");
      expect(generation).toBe(2);
      expect(faults).toEqual([]);
      expect(gateway.taken.length).toBeGreaterThan(before);
      expect(twice).toEqual([]);
    },
    LONG,
  );
});
