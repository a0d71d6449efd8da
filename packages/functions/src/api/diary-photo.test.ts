import { processPhoto } from "@yigong/application/photo/process-photo.ts";
import { phonePhoto } from "@yigong/testing/sample-files.ts";
import { archiving, NOW, STRANGER, VOLUNTEER } from "@yigong/testing/scenario/archiving.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const alliance = await testAlliance({ startAt: NOW });
const { useCases, when } = alliance;
const files = alliance.files as typeof alliance.files & { objects: Map<string, Uint8Array> };
const { people, start } = archiving(alliance);
beforeAll(people);
afterAll(() => alliance.close());

const TEXT = "今天在社区检修宽带，居民很高兴。";
const JPEG = { name: "合影.jpg", contentType: "image/jpeg" };
let keys = 0;
const once = () => {
  keys += 1;
  return { "idempotency-key": `photo-key-${keys}` };
};

/** A diary of the volunteer, and where its photos are. */
async function diary() {
  const activityId = await start();
  const { body } = await when(VOLUNTEER).post(`/activities/${activityId}/diaries`, { text: TEXT });
  return { activityId, diaryId: body.id, path: `/activities/${activityId}/diaries/${body.id}/photos` };
}
type Diary = Awaited<ReturnType<typeof diary>>;
const announce = ({ path }: Diary, said: object, key = once(), by = VOLUNTEER) => when(by).post(path, said, key);
const shown = async ({ activityId }: Diary, by = VOLUNTEER) =>
  (await when(by).get(`/activities/${activityId}/diaries`)).body.items[0].photos;
const processed = ({ activityId, diaryId }: Diary, photoId: string) =>
  processPhoto(useCases, { activityId, owner: `diary-${diaryId}`, photoId }, NOW);
async function upload(of: Diary, content: Buffer, key = once()) {
  const { body } = await announce(of, { ...JPEG, bytes: content.length }, key);
  await files.write(body.form.fields.key, content, JPEG.contentType);
  await when(VOLUNTEER).post(`${of.path}/${body.photo.id}/uploaded`);
  await processed(of, body.photo.id);
  return body.photo.id as string;
}

describe("a photo of a diary", () => {
  it("is announced under a key of its own, and again under it after a lost connection, until it has arrived", async () => {
    const of = await diary();
    const content = await phonePhoto(40, 20);
    const key = once();
    const said = { ...JPEG, bytes: content.length };
    const [first, second] = [await announce(of, said, key), await announce(of, said, key)];

    expect(second.body.photo.id).toBe(first.body.photo.id);
    expect(second.body.form.fields.key).toBe(first.body.form.fields.key);
    expect(await upload(of, content, key)).toBe(first.body.photo.id);
    expect((await announce(of, said, key)).body).not.toHaveProperty("form");
    expect(await shown(of)).toMatchObject([{ id: first.body.photo.id, status: "ready" }]);
    expect(await shown(of, STRANGER)).toHaveLength(1);
  });

  it("is one of nine at most; one that is removed makes room, and its bytes go", async () => {
    const of = await diary();
    const content = await phonePhoto(40, 20);
    const [first = ""] = await Promise.all(Array.from({ length: 1 }, () => upload(of, content)));
    for (let more = 0; more < 8; more += 1) await announce(of, { ...JPEG, bytes: 10 });
    const tenth = await announce(of, { ...JPEG, bytes: 10 });
    const removed = await when(VOLUNTEER).delete(`${of.path}/${first}`);
    await processed(of, first);

    expect(tenth).toMatchObject({ status: 409, body: { code: "photo.too_many" } });
    expect(removed.status).toBe(204);
    expect([...files.objects.keys()].filter((key) => key.includes(first))).toEqual([]);
    expect((await announce(of, { ...JPEG, bytes: 10 })).status).toBe(200);
  });

  it.each([
    ["of 60 MB", { ...JPEG, bytes: 60_000_000 }, "photo.too_large", "60 MB"],
    ["of HEIC", { name: "IMG_1.HEIC", contentType: "image/heic", bytes: 10 }, "photo.heic", "JPEG"],
    [
      "of HEIC whose type the phone does not say",
      { name: "IMG_1.heic", contentType: "", bytes: 10 },
      "photo.heic",
      "JPEG",
    ],
    ["of something else", { name: "a.pdf", contentType: "application/pdf", bytes: 10 }, "photo.not_a_photo", "JPEG"],
    ["of a film", { name: "a.mov", contentType: "video/quicktime", bytes: 10 }, "photo.not_a_photo", "JPEG"],
    ["of nothing", { ...JPEG, bytes: 0 }, "photo.empty", "空的"],
  ])("%s is refused with the reason before anything is sent", async (_, said, code, words) => {
    const refused = await announce(await diary(), said);

    expect(refused).toMatchObject({ status: 400, body: { code } });
    expect(refused.body.detail).toContain(words);
  });

  it.each([
    ["HEIC under another name", Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic"), "heic"],
    ["something else under a photo's name", Buffer.from("<html><script>alert(1)</script></html>"), "notWhatItClaims"],
    ["half a photo", null, "damaged"],
  ])("that turns out to be %s is rejected with the reason, for its author only", async (_, bytes, reason) => {
    const of = await diary();
    const content = bytes ?? (await phonePhoto(400, 200)).subarray(0, 900);
    const id = await upload(of, content);

    expect(await shown(of)).toMatchObject([{ id, status: "rejected", rejected: { reason } }]);
    expect(await shown(of, STRANGER)).toEqual([]);
    expect([...files.objects.keys()].filter((key) => key.includes(id))).toEqual([]);
  });

  it("is told as arrived only once it is there, and its key is for one file", async () => {
    const of = await diary();
    const key = once();
    const { body } = await announce(of, { ...JPEG, bytes: 10 }, key);

    expect((await when(VOLUNTEER).post(`${of.path}/${body.photo.id}/uploaded`)).body.code).toBe("photo.not_uploaded");
    expect((await announce(of, { ...JPEG, bytes: 11 }, key)).body.code).toBe("photo.other_file");
    expect((await when(VOLUNTEER).post(of.path, { ...JPEG, bytes: 10 })).body.code).toBe("input.invalid");
  });

  it("is its author's to add and to remove, and goes with the diary", async () => {
    const of = await diary();
    const id = await upload(of, await phonePhoto(40, 20));
    const [added, removed] = [
      await announce(of, { ...JPEG, bytes: 10 }, once(), STRANGER),
      await when(STRANGER).delete(`${of.path}/${id}`),
    ];
    await when(STRANGER).delete(`/activities/${of.activityId}/diaries/${of.diaryId}`);

    expect([added.body.code, removed.body.code]).toEqual(["diary.missing", "diary.missing"]);
    expect(await shown(of)).toHaveLength(1);
    await when(VOLUNTEER).delete(`/activities/${of.activityId}/diaries/${of.diaryId}`);
    await processed(of, id);
    expect([...files.objects.keys()].filter((key) => key.includes(id))).toEqual([]);
  });

  it("is no file of the archive", async () => {
    const of = await diary();
    await upload(of, await phonePhoto(40, 20));

    expect((await when("organizer").get(`/activities/${of.activityId}/materials`)).body.items).toEqual([]);
  });
});
