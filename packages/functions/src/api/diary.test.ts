import { memberIdOf, type Person } from "@yigong/testing/sample/person.ts";
import { archiving, NOW, STRANGER, VOLUNTEER } from "@yigong/testing/scenario/archiving.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeAll, expect, it } from "vitest";

const text = "今天和老人们聊了很久。<b>收获很多</b>";

const alliance = await testAlliance({ startAt: NOW });
const { when } = alliance;
const { people, start } = archiving(alliance);
beforeAll(people);
afterAll(() => alliance.close());

const write = (who: Person, activityId: string, headers?: Record<string, string>) =>
  when(who).post(`/activities/${activityId}/diaries`, { text }, headers);

it("is written by several people, and read as the text that it is", async () => {
  const activityId = await start();
  await write(VOLUNTEER, activityId);
  await write("organizer", activityId);
  const { body } = await when("organizer").get(`/activities/${activityId}/diaries`);

  expect(body.items.map((diary: { authorId: string; text: string }) => [diary.authorId, diary.text])).toEqual([
    [memberIdOf(VOLUNTEER), text],
    [memberIdOf("organizer"), text],
  ]);
});

it("is written once by a double click", async () => {
  const activityId = await start();
  const key = { "idempotency-key": "click-0001" };
  const both = await Promise.all([write(VOLUNTEER, activityId, key), write(VOLUNTEER, activityId, key)]);

  expect(both[0]?.body).toEqual(both[1]?.body);
  expect((await when(VOLUNTEER).get(`/activities/${activityId}/diaries`)).body.items).toHaveLength(1);
});

it("is changed and deleted by its author only", async () => {
  const activityId = await start();
  const { body: diary } = await write(VOLUNTEER, activityId);
  const path = `/activities/${activityId}/diaries/${diary.id}`;
  const edit = { text: `${text}！`, version: 0 };

  expect((await when("organizer").put(path, edit)).body.code).toBe("diary.missing");
  expect((await when(VOLUNTEER).put(path, edit)).body).toMatchObject({ text: `${text}！`, version: 1 });
  expect((await when(VOLUNTEER).put(path, edit)).body.code).toBe("edit.changed");
  await when("organizer").delete(path);
  expect((await when(VOLUNTEER).get(`/activities/${activityId}/diaries`)).body.items).toHaveLength(1);
  expect((await when(VOLUNTEER).delete(path)).status).toBe(204);
  expect((await when(VOLUNTEER).get(`/activities/${activityId}/diaries`)).body.items).toEqual([]);
});

it("is not for somebody who was not part of it", async () => {
  expect((await write(STRANGER, await start())).body.code).toBe("diary.not_participant");
});

it("is refused when it is too short", async () => {
  const refused = await when(VOLUNTEER).post(`/activities/${await start()}/diaries`, { text: "很好" });

  expect([refused.status, refused.body.code]).toEqual([400, "input.invalid"]);
});
