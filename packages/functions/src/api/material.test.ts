import { processMaterial } from "@yigong/application/archive/process-material.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { memberIdOf, type Person } from "@yigong/testing/sample/person.ts";
import { pdf, phonePhoto } from "@yigong/testing/sample-files.ts";
import { archiving, NOW, VOLUNTEER } from "@yigong/testing/scenario/archiving.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const alliance = await testAlliance({ startAt: NOW });
const { files, useCases, when } = alliance;
const { people, start } = archiving(alliance);
beforeAll(people);
afterAll(() => alliance.close());

/** Announces, uploads, tells and processes a file. */
async function upload(activityId: string, said: { name: string; contentType: string }, content: Buffer) {
  const as = when("organizer");
  const path = `/activities/${activityId}/materials`;
  const { body } = await as.post(path, { ...said, bytes: content.length });
  const materialId = body.material.id;
  await files.write(body.form.fields.key, content, said.contentType);
  const told = await as.post(`${path}/${materialId}/uploaded`);
  await processMaterial(useCases, { activityId, materialId, at: NOW });
  return { materialId, told };
}
const list = async (activityId: string, who: Person = "organizer") =>
  (await when(who).get(`/activities/${activityId}/materials`)).body.items;

describe("a file", () => {
  it("is announced with a form for exactly it, good for ten minutes", async () => {
    const said = { name: "合影.jpg", contentType: "image/jpeg", bytes: 1234, caption: "合影" };
    const { body } = await when("organizer").post(`/activities/${await start()}/materials`, said);

    expect(body.material).toMatchObject({ ...said, status: "uploading", addedBy: memberIdOf("organizer") });
    expect(body.form.fields.key).toMatch(/^quarantine\/act_.*\/mat_/);
    expect(body.expiresAt).toBe("2026-09-20T01:10:00.000Z");
  });

  it("is checked once it was uploaded, and then shown in two sizes", async () => {
    const activityId = await start();
    const { told } = await upload(
      activityId,
      { name: "合影.jpg", contentType: "image/jpeg" },
      await phonePhoto(800, 400),
    );

    expect(told.body).toMatchObject({ status: "processing" });
    expect(await list(activityId, VOLUNTEER)).toEqual([
      expect.objectContaining({
        status: "ready",
        photo: expect.objectContaining({
          url: expect.stringContaining("/large.jpg"),
          width: 400,
          thumbnail: expect.objectContaining({ url: expect.stringContaining("/thumbnail.webp"), height: 320 }),
        }),
      }),
    ]);
  });

  it("that is not what it claims is rejected with a reason in both languages, which its writers see", async () => {
    const activityId = await start();
    await upload(activityId, { name: "合影.jpg", contentType: "image/jpeg" }, Buffer.from("<html></html>"));
    const text = { "zh-CN": expect.stringContaining("不符"), en: expect.stringContaining("type") };

    expect(await list(activityId)).toEqual([
      expect.objectContaining({ status: "rejected", rejected: { reason: "notWhatItClaims", text } }),
    ]);
    expect(await list(activityId, VOLUNTEER)).toEqual([]);
  });

  it("cannot be told before it has arrived", async () => {
    const path = `/activities/${await start()}/materials`;
    const { body } = await when("organizer").post(path, {
      name: "a.pdf",
      contentType: "application/pdf",
      bytes: 9,
    });
    const refused = await when("organizer").post(`${path}/${body.material.id}/uploaded`);

    expect([refused.status, refused.body.code]).toEqual([409, "material.not_uploaded"]);
  });

  it("is removed by a writer, once", async () => {
    const activityId = await start();
    const { materialId } = await upload(activityId, { name: "a.pdf", contentType: "application/pdf" }, pdf());
    const path = `/activities/${activityId}/materials/${materialId}`;

    expect((await when(VOLUNTEER).delete(path)).status).toBe(403);
    expect((await when("organizer").delete(path)).status).toBe(204);
    expect(await list(activityId)).toEqual([]);
    expect((await when("organizer").post(`${path}/uploaded`)).body.code).toBe("material.missing");
  });

  it.each([
    [{ name: "a.heic", contentType: "image/heic", bytes: 9 }],
    [{ name: "a.pdf", contentType: "application/pdf", bytes: 0 }],
    [{ name: "a.pdf", contentType: "application/pdf", bytes: 20_000_001 }],
    [{ name: "../a.pdf", contentType: "application/pdf", bytes: 9 }],
    [{ name: "a.pdf", contentType: "application/pdf" }],
  ])("cannot be announced as %j", async (said) => {
    expect((await when("organizer").post(`/activities/${await start()}/materials`, said)).body.code).toBe(
      "input.invalid",
    );
  });

  it("is no business of a volunteer, nor of another activity", async () => {
    const said = { name: "a.pdf", contentType: "application/pdf", bytes: 9 };
    const { body } = await when("organizer").post(`/activities/${await start()}/materials`, said);
    const elsewhere = `/activities/${await start()}/materials/${body.material.id}`;

    expect((await when(VOLUNTEER).post(`/activities/${await start()}/materials`, said)).body.code).toBe(
      "permission.denied",
    );
    expect((await when("organizer").delete(elsewhere)).body.code).toBe("material.missing");
    expect((await when("organizer").post(`/activities/${Sample.activityId(999)}/materials`, said)).status).toBe(404);
  });
});

it("shows of a filed archive exactly the files it was filed with", async () => {
  const activityId = await start();
  await upload(activityId, { name: "签到表", contentType: "application/pdf" }, pdf());
  await when("organizer").post(`/activities/${activityId}/materials`, {
    name: "b.pdf",
    contentType: "application/pdf",
    bytes: 9,
  });
  const summary = "为社区三十户老人检修宽带并讲解反诈知识，效果良好";
  await when("organizer").put(`/activities/${activityId}/archive`, { summary, owner: "committee", version: 0 });
  const { status } = await when("organizer").post(`/activities/${activityId}/archive/submit`);

  expect(status).toBe(200);
  expect((await list(activityId)).map(({ name }: { name: string }) => name)).toEqual(["签到表"]);
});
