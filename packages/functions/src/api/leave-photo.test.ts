import { fixDutyList } from "@yigong/application/participation/fix-duty-list.ts";
import { processPhoto } from "@yigong/application/photo/process-photo.ts";
import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { BRANCH_A } from "@yigong/testing/sample/units.ts";
import { phonePhoto } from "@yigong/testing/sample-files.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const alliance = await testAlliance();
const { files, given, useCases, when } = alliance;
afterAll(() => alliance.close());

const LATE = "2026-09-10T12:00:00.000Z";
const plea = { reason: "illness", note: "发热，附就诊单" };
const duty = (number: number, branchId = BRANCH_A) =>
  Sample.member(number, {
    politicalStatuses: [{ from: "2010-01-01", status: "partyMember" }],
    affiliations: [{ from: "2010-01-01", branchId }],
  });
let activity: Activity;
let keys = 0;
const path = (rest: string) => `/activities/${activity.id}/leaves/${rest}`;
const announce = (member: number, said: object = {}) => {
  keys += 1;
  const photo = { name: "就诊单.jpg", contentType: "image/jpeg", bytes: 10, ...said };
  return when(member).post(path("me/photos"), photo, { "idempotency-key": `leave-photo-${keys}` });
};
async function upload(member: number, content: Buffer) {
  const { body } = await announce(member, { bytes: content.length });
  await files.write(body.form.fields.key, content, "image/jpeg");
  await when(member).post(path(`me/photos/${body.photo.id}/uploaded`));
  const key = { activityId: activity.id, owner: `leave-${Sample.memberId(member)}`, photoId: body.photo.id };
  await processPhoto(useCases, key, LATE);
  return body.photo.id as string;
}
const ask = (member: number, more: object = {}) =>
  when(member).post(`/activities/${activity.id}/leaves`, { ...plea, ...more });
const seenBy = (who: Parameters<typeof when>[0], member = 1) =>
  when(who).get(path(`${Sample.memberId(member)}/photos`));

beforeEach(async () => {
  await alliance.clear();
  await given.members(duty(1), duty(2), 5, "alliance", "auditor", "organizer", "secretaryA", "secretaryB");
  activity = await given.activity({ sessions: [Sample.session(1)] });
  await fixDutyList(useCases)(activity, Sample.RECRUITING);
  await given.stage(activity, "Cover", LATE);
});

describe("a photo that proves a request for leave", () => {
  it("is proof enough after recruiting closed, without words", async () => {
    const bare = await ask(1);
    const photoId = await upload(1, await phonePhoto(40, 20));
    const asked = await ask(1, { photoIds: [photoId] });

    expect(bare.body.code).toBe("leave.evidence_needed");
    expect(asked).toMatchObject({ status: 200, body: { late: true, photoIds: [photoId] } });
    expect((await ask(1, { photoIds: [photoId] })).body).toEqual(asked.body);
  });

  it.each([
    ["secretaryA", 200],
    ["alliance", 200],
    [1, 200],
    [2, 403],
    ["secretaryB", 403],
    ["organizer", 403],
    ["auditor", 403],
  ] as const)("is shown to who decides and to its member: %s gets %d", async (who, status) => {
    const photoId = await upload(1, await phonePhoto(40, 20));
    await ask(1, { photoIds: [photoId] });
    const seen = await seenBy(who);

    expect(seen.status).toBe(status);
    if (status === 200) expect(seen.body.items).toMatchObject([{ id: photoId, status: "ready", photo: {} }]);
  });

  it("that the request does not name is nobody's but its member's", async () => {
    const [named] = [await upload(1, await phonePhoto(40, 20)), await upload(1, await phonePhoto(20, 40))];
    await ask(1, { photoIds: [named] });

    expect((await seenBy("secretaryA")).body.items).toHaveLength(1);
    expect((await seenBy(1)).body.items).toHaveLength(2);
  });

  it("is named once it has arrived and was taken, and is the member's own", async () => {
    const waiting = (await announce(1)).body.photo.id;
    const rejected = await upload(1, Buffer.from("no photo at all"));
    const other = await upload(2, await phonePhoto(40, 20));

    for (const photoId of [waiting, rejected, other])
      expect((await ask(1, { photoIds: [photoId] })).body.code).toBe("leave.photo_missing");
  });

  it("stays while a request stands on it, and goes when that is taken back", async () => {
    const photoId = await upload(1, await phonePhoto(40, 20));
    await ask(1, { photoIds: [photoId] });
    const kept = await when(1).delete(path(`me/photos/${photoId}`));
    await when(1).delete(path("me"));

    expect(kept.body.code).toBe("photo.in_use");
    expect((await when(1).delete(path(`me/photos/${photoId}`))).status).toBe(204);
    expect((await seenBy(1)).body.items).toEqual([]);
  });

  it("is one of three at most, of those on the duty list, and a photo", async () => {
    for (let more = 0; more < 3; more += 1) await announce(1);

    expect((await announce(1)).body.code).toBe("photo.too_many");
    expect((await announce(5)).body.code).toBe("leave.not_on_duty");
    expect((await announce(2, { contentType: "image/heic" })).body.code).toBe("photo.heic");
  });
});
