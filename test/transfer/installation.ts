import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { start as startRun } from "@yigong/application/award/award-effects.ts";
import { nudge, start } from "@yigong/application/lifecycle/lifecycle-effects.ts";
import { takeRoot } from "@yigong/application/points/take-root.ts";
import { runDocuments } from "@yigong/core/award/award.row.ts";
import { dynamoAwards } from "@yigong/core/award/award.store.ts";
import { deciding } from "@yigong/core/award/run.builder.ts";
import { type Table, transact } from "@yigong/core/lib/table.ts";
import { standingIn } from "@yigong/core/lifecycle/lifecycle.builder.ts";
import { beginOp } from "@yigong/core/lifecycle/lifecycle.row.ts";
import { dynamoLifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import type { Info, Stage } from "@yigong/core/lifecycle/lifecycle.ts";
import { cancel, finish } from "@yigong/core/lifecycle/move.ts";
import { tell } from "@yigong/core/message/message.ts";
import { dynamoSettings } from "@yigong/core/organization/settings.store.ts";
import { dynamoOutbox } from "@yigong/core/outbox/outbox.store.ts";
import * as Build from "@yigong/core/points/points.builder.ts";
import { dynamoLedger } from "@yigong/core/points/points.store.ts";
import { dynamoRoots } from "@yigong/core/points/root.store.ts";
import { DEFAULTS } from "@yigong/functions/lib/default-settings.ts";
import { writeExport } from "@yigong/local/transfer/export.ts";
import { testTable } from "@yigong/testing/store.ts";

export const AT = "2026-10-05T01:00:00.000Z";
export const SOURCE = { kind: "machine", dataDir: "/srv/yigong" } as const;
/** The task token that must stay behind. */
export const TOKEN = "sfn1.token-of-the-old-engine";
/** Line ends of other alphabets are part of a text. */
const NAME = "义工联盟\u2028泰州";

const standing = (number: number, stage: Stage): Info => ({
  ...standingIn(stage),
  activityId: `act_${String(number).padStart(26, "0")}`,
});
export const RECRUITING = standing(1, "Recruit");
const SURVEYING = standing(2, "Survey");

/** Puts a small installation into empty tables: a row or more of each kind that a move has to think of. */
export async function settle(table: Table): Promise<void> {
  const done = finish(standing(3, "Award"), AT);
  const off = cancel(standing(4, "Cover"), { kind: "requested", at: AT, by: "mem_1", reason: "下雨" });
  for (const row of [RECRUITING, SURVEYING, done, off]) await transact(table, [beginOp(table, row)]);
  const { activityId, plan } = RECRUITING;
  const waiting = { token: TOKEN, generation: 1, visit: 0, attempt: 0, at: AT };
  await dynamoLifecycles(table).keepToken({ ...waiting, activityId, plan, stage: "Recruit" });
  const run = deciding();
  const key = { year: run.year, run: run.run };
  await transact(table, [runDocuments(table).ops.create(run)]);
  await dynamoAwards(table).keepToken({ ...waiting, ...key, plan: run.plan, stage: "Committee" });
  await dynamoAwards(table).changeYear(run.year, (year) => ({ item: { ...year, latest: 1 } }));
  await dynamoSettings(table, DEFAULTS).change((settings) => ({ to: { ...settings, name: NAME } }));
  const reminder = tell({
    template: "happiness.ask",
    params: { title: "社区便民服务", closesAt: AT },
    to: { kind: "members", memberIds: ["mem_1"] },
    dueAt: "2026-12-01T00:00:00.000Z",
    cause: "later",
  });
  const engine = [start(RECRUITING, "Recruit", AT), nudge(SURVEYING, AT), startRun(run, AT)];
  await dynamoOutbox(table).add([reminder, ...engine], AT);
  await points(table);
}

async function points(table: Table): Promise<void> {
  const [ledger, roots] = [dynamoLedger(table), dynamoRoots(table)];
  const year = 2026;
  await ledger.post(Build.service({ person: 1, activity: 3, year }, { attendances: 1, halfDays: 2 }));
  await ledger.post(Build.service({ person: 2, activity: 3, year }, { attendances: 1, halfDays: 1 }));
  await takeRoot({ ledger, roots, zone: DEFAULTS.zone, now: () => AT })();
  await ledger.post(Build.adjustment({ person: 1, activity: 3, year }, -25, "cor_1"));
  await takeRoot({ ledger, roots, zone: DEFAULTS.zone, now: () => "2026-10-06T01:00:00.000Z" })();
}

/** A folder that the test removes. */
export function scratch() {
  const path = mkdtempSync(join(tmpdir(), "yigong-transfer-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Two files of people, one that is served and one that waits to be examined; what was torn is none. */
function filesIn(folder: string): string {
  for (const [key, text] of [
    ["serving/act_1/mat_1/photo.jpg", "a picture"],
    ["quarantine/act_1/mat_2", "an upload"],
    ["incoming/torn", "half of one"],
  ] as const) {
    mkdirSync(join(folder, "files", key, ".."), { recursive: true });
    writeFileSync(join(folder, "files", key), text);
  }
  return join(folder, "files");
}

/** A small installation as an export: tables that are gone, and the folder `to`. */
export async function smallExport(folder: string) {
  const { table, stop } = await testTable();
  await settle(table);
  const to = join(folder, "export");
  const settings = await dynamoSettings(table, DEFAULTS).get();
  const exporting = { table, filesDir: filesIn(folder), to, settings, source: SOURCE, final: false, at: AT };
  const manifest = await writeExport(exporting);
  await stop();
  return { to, manifest };
}
