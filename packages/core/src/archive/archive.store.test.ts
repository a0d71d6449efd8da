import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Archives, dynamoArchives } from "./archive.store.ts";
import type { Archive } from "./index.ts";
import { Material } from "./index.ts";
import { dynamoMaterials, type Materials } from "./material.store.ts";
import { dynamoRegisters, type Registers } from "./register.store.ts";

let store: TestTable;
let archives: Archives;
let materials: Materials;
let registers: Registers;
let made = 0;

const at = "2026-09-20T01:00:00.000Z";
const by = { actorId: "mem_01k0000000000000000000000b", role: "organizer" };
const filing = { title: "社区服务日", year: 2026, at, by };
const newId = (prefix: string) => `${prefix}_${String(++made).padStart(26, "0")}`;
const summary = "为社区三十户老人检修宽带并讲解反诈知识，效果良好";

beforeAll(async () => {
  store = await testTable();
  archives = dynamoArchives(store.table);
  materials = dynamoMaterials(store.table);
  registers = dynamoRegisters(store.table);
});
afterAll(() => store.stop());

const addReady = async (activityId: string) => {
  const id = Material.Id.parse(newId("mat"));
  const said = { name: "签到表.pdf", contentType: "application/pdf" as const, bytes: 10 };
  await materials.add(Material.announce(said, { id, activityId, at, by: by.actorId }));
  await materials.change(activityId, id, at, (material) => Material.arrive(material, at));
  await materials.change(activityId, id, at, (material) => ({
    item: Material.settle(material, { kind: "document", key: "k", bytes: 10 }, at),
  }));
  return id;
};
const writeDraft = (activityId: string, owner: Archive.Filed["owner"]) =>
  archives.change(activityId, (archive) => ({ ...archive, status: "draft", summary, owner }));
const complete = async (owner: Archive.Filed["owner"]) => {
  const activityId = newId("act");
  await Promise.all([writeDraft(activityId, owner), addReady(activityId)]);
  return activityId;
};
const branch = () => newId("unit") as Archive.Filed["owner"];

describe("the archive of an activity", () => {
  it("is an empty draft before anything was written", async () => {
    const activityId = newId("act");

    expect(await archives.get(activityId)).toEqual({ activityId, status: "draft", summary: "", version: 0 });
  });

  it("loses none of the changes that are made at the same time", async () => {
    const activityId = newId("act");
    const add = () =>
      archives.change(activityId, (archive) => ({ ...archive, status: "draft", summary: `${archive.summary}+` }));
    await Promise.all([add(), add(), add()]);

    expect(await archives.get(activityId)).toMatchObject({ summary: "+++", version: 3 });
  });

  it("writes nothing when nothing changed", async () => {
    const activityId = newId("act");
    const before = store.meter.writeUnits;
    await archives.change(activityId, (archive) => archive);

    expect(store.meter.writeUnits - before).toBe(0);
  });
});

describe("filing", () => {
  it("refuses without a material that is ready and changes nothing", async () => {
    const activityId = newId("act");
    const owner = branch();
    await writeDraft(activityId, owner);

    await expect(archives.file(activityId, filing)).rejects.toMatchObject({ code: "archive.incomplete" });
    expect(await archives.get(activityId)).toMatchObject({ status: "draft" });
    expect((await registers.list({ owner: owner ?? "committee", year: 2026 }, { limit: 10 })).items).toEqual([]);
  });

  it("gives each archive of an owner and year the next number, however many are filed at once", async () => {
    const owner = branch();
    const activityIds = await Promise.all(Array.from({ length: 12 }, () => complete(owner)));
    const filed = await Promise.all(activityIds.map((activityId) => archives.file(activityId, filing)));
    const lines = (await registers.list({ owner, year: 2026 }, { limit: 50 })).items;

    expect(filed.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, n) => n + 1),
    );
    expect(lines.map(({ number }) => number)).toEqual(Array.from({ length: 12 }, (_, n) => n + 1));
    expect(new Set(lines.map(({ activityId }) => activityId))).toEqual(new Set(activityIds));
  });

  it("counts each owner and each year on its own", async () => {
    const owner = branch();
    const numbers = [
      await archives.file(await complete(owner), filing),
      await archives.file(await complete(owner), { ...filing, year: 2027 }),
      await archives.file(await complete(branch()), filing),
      await archives.file(await complete(owner), filing),
    ].map(({ number }) => number);

    expect(numbers).toEqual([1, 1, 1, 2]);
  });

  it("happens once: filed again, twice at once included, it is the same entry", async () => {
    const owner = branch();
    const activityId = await complete(owner);
    const both = await Promise.all([archives.file(activityId, filing), archives.file(activityId, filing)]);
    const third = await archives.file(activityId, { ...filing, at: "2026-09-21T01:00:00.000Z" });

    expect(new Set([...both, third].map(({ number, filedAt }) => `${number} ${filedAt}`))).toEqual(
      new Set([`1 ${at}`]),
    );
    expect((await registers.list({ owner, year: 2026 }, { limit: 10 })).items).toHaveLength(1);
  });

  it("never takes in a file that is removed at the same moment", async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const activityId = await complete("committee");
        const second = await addReady(activityId);
        const [filed, gone] = await Promise.allSettled([
          archives.file(activityId, filing),
          materials.discard(activityId, second, { at, by }),
        ]);
        const inside = filed.status === "fulfilled" && filed.value.materialIds.includes(second);
        return inside !== (gone.status === "fulfilled");
      }),
    );

    expect(outcomes).toEqual(Array.from({ length: 8 }, () => true));
  });
});

it("pages a register by cursor in the order of its numbers", async () => {
  const owner = branch();
  for (const _ of [1, 2, 3]) await archives.file(await complete(owner), filing);
  const first = await registers.list({ owner, year: 2026 }, { limit: 2 });
  const rest = await registers.list({ owner, year: 2026 }, { limit: 2, cursor: first.cursor });

  expect([...first.items, ...rest.items].map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(rest.cursor).toBeUndefined();
});
