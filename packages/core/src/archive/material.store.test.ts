import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { dynamoAudits } from "../audit/audit.store.ts";
import { dynamoArchives } from "./archive.store.ts";
import { Material } from "./index.ts";
import { dynamoMaterials, type Materials } from "./material.store.ts";

let store: TestTable;
let materials: Materials;
let made = 0;

const at = "2026-09-20T01:00:00.000Z";
const by = { actorId: "mem_b", role: "organizer" };
const newId = (prefix: string) => `${prefix}_${String(++made).padStart(26, "0")}`;
const announced = (activityId: string) =>
  Material.announce(
    { name: "合影.jpg", contentType: "image/jpeg", bytes: 1000, caption: "合影" },
    { id: Material.Id.parse(newId("mat")), activityId, at, by: "mem_b" },
  );

beforeAll(async () => {
  store = await testTable();
  materials = dynamoMaterials(store.table);
});
afterAll(() => store.stop());

it("adds an announced file for one write unit", async () => {
  const material = announced(newId("act"));
  const before = store.meter.writeUnits;
  await materials.add(material);

  expect(store.meter.writeUnits - before).toBe(1);
  expect(await materials.get(material.activityId, material.id)).toEqual(material);
});

it("knows no file that was never announced", async () => {
  await expect(materials.get(newId("act"), newId("mat"))).rejects.toMatchObject({ code: "material.missing" });
});

it("takes 200 files an activity, removed ones not counted, and no more", async () => {
  const activityId = newId("act");
  const files = Array.from({ length: 200 }, () => announced(activityId));
  for (let from = 0; from < 200; from += 50)
    await Promise.all(files.slice(from, from + 50).map((file) => materials.add(file)));

  await expect(materials.add(announced(activityId))).rejects.toMatchObject({ code: "material.too_many" });
  await materials.discard(activityId, files[0]?.id ?? "", { at, by });
  await materials.add(announced(activityId));
  expect(await materials.all(activityId)).toHaveLength(200);
});

it("causes one effect however often and at once the upload is told", async () => {
  const material = announced(newId("act"));
  await materials.add(material);
  const tell = () => materials.change(material.activityId, material.id, at, (held) => Material.arrive(held, at));
  const told = await Promise.all([tell(), tell(), tell()]);

  expect(new Set(told.map(({ status }) => status))).toEqual(new Set(["processing"]));
});

it("moves the archive's version when a file is removed, also when nothing was written yet, and tells who did it", async () => {
  const material = announced(newId("act"));
  await materials.add(material);
  await materials.discard(material.activityId, material.id, { at, by });

  expect(await dynamoArchives(store.table).get(material.activityId)).toMatchObject({ status: "draft", version: 1 });
  expect((await materials.list(material.activityId, { limit: 10 })).items).toEqual([]);
  const told = await dynamoAudits(store.table).about(material.activityId, { limit: 10 });
  expect(told.items).toEqual([
    expect.objectContaining({
      action: "material.remove",
      ...by,
      detail: { materialId: material.id, name: "合影.jpg" },
    }),
  ]);
});

it("forgets a removed file only", async () => {
  const material = announced(newId("act"));
  await materials.add(material);
  await materials.forget(material.activityId, material.id);

  expect(await materials.get(material.activityId, material.id)).toEqual(material);
  await materials.discard(material.activityId, material.id, { at, by });
  await materials.forget(material.activityId, material.id);
  await expect(materials.get(material.activityId, material.id)).rejects.toMatchObject({ code: "material.missing" });
});
