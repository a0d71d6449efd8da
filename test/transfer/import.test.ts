import { dynamoAwards } from "@yigong/core/award/award.store.ts";
import { dynamoLifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import { dynamoOutbox } from "@yigong/core/outbox/outbox.store.ts";
import { isSame, lineOfCheck } from "@yigong/local/transfer/report.ts";
import { verifyLife } from "@yigong/local/transfer/verify-live-rows.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RECRUITING, scratch, smallExport, TOKEN } from "./installation.ts";
import { DEFINITIONS, NOW, openTarget, type Target } from "./target.ts";

const folder = scratch();
let from: string;
let manifest: Awaited<ReturnType<typeof smallExport>>["manifest"];
let target: Target;
beforeAll(async () => {
  ({ to: from, manifest } = await smallExport(folder.path));
  target = await openTarget();
});
afterAll(async () => {
  await target.stop();
  folder.remove();
});

const outbox = async () => (await dynamoOutbox(target.table).due("9999", 50)).map(({ effect }) => effect);

describe("an import into empty tables", () => {
  it("finds everything to be as it was exported", async () => {
    const { done, checks } = await target.import(from);

    expect(checks.filter((check) => !isSame(check))).toEqual([]);
    expect({ done, compared: checks.length }).toEqual({ done: true, compared: 12 });
  });

  it("gives each open activity a fresh execution of the target's definition, where it stood", async () => {
    const row = await dynamoLifecycles(target.table).get(RECRUITING.activityId);
    const begins = (await outbox()).filter(({ kind }) => kind === "execution.start");

    expect(row).toEqual({
      ...RECRUITING,
      generation: 2,
      generationAt: NOW,
      definition: DEFINITIONS.activityLifecycle,
      version: RECRUITING.version + 1,
    });
    expect(begins.map(({ id }) => id).sort()).toEqual([1, 2].map((n) => `start:act_${String(n).padStart(26, "0")}:2`));
    expect(begins.map((effect) => "input" in effect && JSON.parse(effect.input).stage).sort()).toEqual([
      "Recruit",
      "Survey",
    ]);
  });

  it("gives an open award run one too", async () => {
    const run = await dynamoAwards(target.table).get({ year: 2026, run: 1 });

    expect(run).toMatchObject({ status: "deciding", generation: 2, definition: DEFINITIONS.awardRun });
    expect((await outbox()).filter(({ kind }) => kind === "award.start")).toMatchObject([
      { generation: 2, dueAt: NOW },
    ]);
  });

  it("leaves behind what only the old engine understands, and says so", async () => {
    const { alliance } = await target.dump();

    expect(alliance.join("\n")).not.toContain(TOKEN);
    expect((await outbox()).map(({ kind }) => kind).sort()).toEqual([
      "award.start",
      "execution.start",
      "execution.start",
      "message.send",
    ]);
    expect(manifest.leftBehind).toEqual({
      token: 1,
      awardToken: 1,
      "outbox execution.start": 1,
      "outbox lifecycle.nudge": 1,
      "outbox award.start": 1,
    });
  });

  it("brings files with their types", async () => {
    const types: string[] = [];
    const files = { ...target.files, size: async () => undefined };
    const other = await openTarget();
    const write = async (key: string, bytes: Uint8Array, type: string) => {
      types.push(`${key} ${type}`);
      await other.files.write(key, bytes, type);
    };
    await other.import(from, { files: { ...files, read: other.files.read, write } });
    await other.stop();

    expect(types.sort()).toEqual([
      "quarantine/act_1/mat_2 application/octet-stream",
      "serving/act_1/mat_1/photo.jpg image/jpeg",
    ]);
  });

  it("only ever adds to the ledger, under the condition that nothing is there", async () => {
    const other = await openTarget();
    const { ledger } = other.table;
    const sent: string[] = [];
    other.table.client.middlewareStack.add(
      (next, context) => async (args) => {
        const input = args.input as { TableName?: string; ConditionExpression?: string };
        const text = JSON.stringify(args.input);
        if (text.includes(ledger)) sent.push(`${context.commandName} ${input.ConditionExpression ?? ""}`.trim());
        return next(args);
      },
      { step: "initialize", name: "watchLedger" },
    );
    await other.import(from);
    const writes = new Set(sent.filter((command) => !/^(Scan|Query|GetItem)Command$/.test(command)));
    await other.stop();

    expect([...writes]).toEqual(["PutItemCommand attribute_not_exists(#pk)"]);
  });

  it("is told to be finished when it is asked for again", async () => {
    const before = await target.dump();

    expect(await target.import(from, { resume: true })).toEqual({ done: true, checks: [] });
    expect(await target.dump()).toEqual(before);
  });
});

describe("effects that were brought", () => {
  const DUE = "2026-12-01T00:00:00.000Z";
  const told = async ({ table }: Target, now: string) => {
    const arrival = { table, definitions: DEFINITIONS, at: NOW };
    const checks = await verifyLife({ arrival, from, beat: async () => {}, now: () => now });
    return checks.filter(({ what }) => what.includes("effects")).map(lineOfCheck);
  };
  const lose = async ({ table }: Target) => {
    const rows = await dynamoOutbox(table).due("9999", 50);
    for (const { effect } of rows) if (effect.kind === "message.send") await dynamoOutbox(table).done(effect.id);
  };

  it("are missed while they are not due, and when they are, nobody can say whether they were sent or lost", async () => {
    const other = await openTarget();
    await other.import(from);
    const brought = [await told(other, NOW), await told(other, DUE)];
    await lose(other);
    const lost = [await told(other, NOW), await told(other, DUE)];
    await other.stop();

    expect(brought).toEqual([
      ["  =  未到期的待发 effects not due yet: 1"],
      [
        "  =  未到期的待发 effects not due yet: 0",
        "     已到期的待发 effects due by now: 1 待发 waiting, 0 不在（已发或丢失） gone, sent or lost",
      ],
    ]);
    expect(lost).toEqual([
      ["  ≠  未到期的待发 effects not due yet: 1 → 0"],
      [
        "  =  未到期的待发 effects not due yet: 0",
        "     已到期的待发 effects due by now: 0 待发 waiting, 1 不在（已发或丢失） gone, sent or lost",
      ],
    ]);
  });

  it("are no reason to miss any that the target's clock, a little ahead, had it send", async () => {
    const other = await openTarget();
    await other.import(from);
    await lose(other);
    const lines = await told(other, "2026-11-30T23:50:00.000Z");
    await other.stop();

    expect(lines.join("\n")).not.toContain("≠");
  });
});

it("does not let an installation live that is not the same", async () => {
  const other = await openTarget();
  const forgetful = { ...other.files, write: async () => {} };
  const { done, checks } = await other.import(from, { files: forgetful });
  const { alliance } = await other.dump();
  await other.stop();

  expect(done).toBe(false);
  expect(checks.filter((check) => !isSame(check)).map(({ what }) => what)).toEqual(["文件 files"]);
  expect(alliance.filter((item) => /"lifecycle"|"outbox"|"awardRun"/.test(item))).toEqual([]);
});
