import { Material } from "@yigong/core/archive/index.ts";
import { dynamoMaterials, type Materials } from "@yigong/core/archive/material.store.ts";
import { documents } from "@yigong/functions/documents/documents.ts";
import { memoryFiles } from "@yigong/testing/memory-files.ts";
import { pdf } from "@yigong/testing/sample-files.ts";
import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Files } from "../ports/files.ts";
import { processMaterial } from "./process-material.ts";

const at = "2026-09-20T01:00:00.000Z";
let store: TestTable;
let materials: Materials;
let files: ReturnType<typeof memoryFiles>;
let made = 0;

beforeAll(async () => {
  store = await testTable();
  materials = dynamoMaterials(store.table);
});
afterAll(() => store.stop());
beforeEach(() => {
  files = memoryFiles();
});

/** A PDF that was announced, uploaded and told. */
async function uploaded(bytes: Buffer | undefined = pdf()) {
  const newId = (prefix: string) => `${prefix}_${String(++made).padStart(26, "0")}`;
  const said = { name: "签到表.pdf", contentType: "application/pdf" as const, bytes: 60 };
  const which = { id: Material.Id.parse(newId("mat")), activityId: newId("act") };
  const material = await materials.add(Material.announce(said, { ...which, at, by: "mem_b" }));
  if (bytes) await files.write(Material.quarantineKey(material), bytes, "application/pdf");
  return materials.change(which.activityId, which.id, at, (held) => Material.arrive(held, at));
}
const run = ({ activityId, id: materialId }: Material.Info, on: Files = files) =>
  processMaterial({ files: on, documents, materials }, { activityId, materialId, at });
const now = ({ activityId, id }: Material.Info) => materials.find(activityId, id);

it("serves what was made of an upload and deletes the upload", async () => {
  const material = await uploaded();
  await run(material);

  expect(await now(material)).toMatchObject({ status: "ready", processedAt: at });
  expect([...files.objects.keys()]).toEqual([Material.servingKey(material, "document.pdf")]);
});

it("rejects with a reason and keeps no byte", async () => {
  const material = await uploaded(Buffer.from("<html>"));
  await run(material);

  expect(await now(material)).toMatchObject({ status: "rejected", reason: "notWhatItClaims" });
  expect(files.objects.size).toBe(0);
});

it("rejects an upload that is not there", async () => {
  const material = await uploaded(Buffer.alloc(0));
  files.objects.clear();
  await run(material);

  expect(await now(material)).toMatchObject({ status: "rejected", reason: "missing" });
});

it("changes nothing when it runs again, or twice at once", async () => {
  const material = await uploaded();
  await Promise.all([run(material), run(material)]);
  const first = await now(material);
  await run(material);

  expect(first).toMatchObject({ status: "ready" });
  expect(await now(material)).toEqual(first);
  expect([...files.objects.keys()]).toEqual([Material.servingKey(material, "document.pdf")]);
});

it.each(["write", "remove"] as const)("is finished by the next run after it died at a %s", async (step) => {
  const material = await uploaded();
  const dying = { ...files, [step]: () => Promise.reject(new Error("the machine died")) };

  await expect(run(material, dying)).rejects.toThrow("the machine died");
  await run(material);
  expect(await now(material)).toMatchObject({ status: "ready" });
  expect([...files.objects.keys()]).toEqual([Material.servingKey(material, "document.pdf")]);
});

it("deletes the bytes of a removed file, then its row", async () => {
  const material = await uploaded();
  await run(material);
  await materials.discard(material.activityId, material.id, { at, by: { actorId: "mem_b" } });
  await run(material);

  expect(files.objects.size).toBe(0);
  expect(await now(material)).toBeUndefined();
});

it("leaves no byte of a file that is removed while it is processed", async () => {
  const material = await uploaded();
  const late: Files = {
    ...files,
    write: async (...given) => {
      await materials.discard(material.activityId, material.id, { at, by: { actorId: "mem_b" } });
      await run(material);
      await files.write(...given);
    },
  };
  await run(material, late);

  expect(files.objects.size).toBe(0);
  expect(await now(material)).toBeUndefined();
});

it("costs one write unit to settle", async () => {
  const material = await uploaded();
  const before = store.meter.writeUnits;
  await run(material);

  expect(store.meter.writeUnits - before).toBe(1);
});
