import { idOf, organizer, sampleWorld, volunteer } from "@yigong/testing/archive-world.ts";
import { memoryFiles } from "@yigong/testing/memory-files.ts";
import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, expect, it } from "vitest";

let store: TestTable;
let world: ReturnType<typeof sampleWorld>;
const text = "今天和老人们聊了很久。<b>收获很多</b>";

beforeAll(async () => {
  store = await testTable();
  world = sampleWorld(store.table, memoryFiles());
});
afterAll(() => store.stop());

const write = (memberId: string, activityId: string, headers?: Record<string, string>) =>
  world.as(memberId)("POST", `/activities/${activityId}/diaries`, { text }, headers);

it("is written by several people, and read as the text that it is", async () => {
  const activityId = world.start();
  await write(volunteer, activityId);
  await write(organizer, activityId);
  const { body } = await world.as(organizer)("GET", `/activities/${activityId}/diaries`);

  expect(body.items.map((diary: { authorId: string; text: string }) => [diary.authorId, diary.text])).toEqual([
    [organizer, text],
    [volunteer, text],
  ]);
});

it("is written once by a double click", async () => {
  const activityId = world.start();
  const key = { "idempotency-key": "click-0001" };
  const both = await Promise.all([write(volunteer, activityId, key), write(volunteer, activityId, key)]);

  expect(both[0]?.body).toEqual(both[1]?.body);
  expect((await world.as(volunteer)("GET", `/activities/${activityId}/diaries`)).body.items).toHaveLength(1);
});

it("is changed and deleted by its author only", async () => {
  const activityId = world.start();
  const { body: diary } = await write(volunteer, activityId);
  const path = `/activities/${activityId}/diaries/${diary.id}`;
  const edit = { text: `${text}！`, version: 0 };

  expect((await world.as(organizer)("PUT", path, edit)).body.code).toBe("diary.missing");
  expect((await world.as(volunteer)("PUT", path, edit)).body).toMatchObject({ text: `${text}！`, version: 1 });
  expect((await world.as(volunteer)("PUT", path, edit)).body.code).toBe("diary.stale");
  await world.as(organizer)("DELETE", path);
  expect((await world.as(volunteer)("GET", `/activities/${activityId}/diaries`)).body.items).toHaveLength(1);
  expect((await world.as(volunteer)("DELETE", path)).status).toBe(204);
  expect((await world.as(volunteer)("GET", `/activities/${activityId}/diaries`)).body.items).toEqual([]);
});

it("is not for somebody who was not part of it", async () => {
  expect((await write(idOf("mem", "9"), world.start())).body.code).toBe("diary.not_participant");
});

it("is refused when it is too short", async () => {
  const refused = await world.as(volunteer)("POST", `/activities/${world.start()}/diaries`, { text: "很好" });

  expect([refused.status, refused.body.code]).toEqual([400, "input.invalid"]);
});
