import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Diaries, dynamoDiaries } from "./diary.store.ts";
import { Diary } from "./index.ts";

let store: TestTable;
let diaries: Diaries;
let made = 0;

const writtenAt = "2026-09-20T01:00:00.000Z";
const newId = (prefix: string) => `${prefix}_${String(++made).padStart(26, "0")}`;
const diaryOf = (activityId: string, authorId: string): Diary.Info => ({
  ...{ id: Diary.Id.parse(newId("dia")), activityId, authorId, writtenAt, version: 0 },
  text: "今天和老人们聊了很久，收获很多。",
});
const keyOf = ({ activityId, authorId, id: diaryId }: Diary.Info) => ({ activityId, authorId, diaryId });

beforeAll(async () => {
  store = await testTable();
  diaries = dynamoDiaries(store.table);
});
afterAll(() => store.stop());

it("keeps several diaries of several authors, each for one write unit", async () => {
  const activityId = newId("act");
  const [anna, bert] = [newId("mem"), newId("mem")];
  const before = store.meter.writeUnits;
  for (const author of [anna, bert, anna]) await diaries.add(diaryOf(activityId, author));

  expect(store.meter.writeUnits - before).toBe(3);
  expect((await diaries.list(activityId, { limit: 10 })).items.map(({ authorId }) => authorId)).toEqual([
    anna,
    anna,
    bert,
  ]);
});

it("reaches a diary by its author only", async () => {
  const diary = diaryOf(newId("act"), newId("mem"));
  await diaries.add(diary);

  await expect(diaries.get({ ...keyOf(diary), authorId: newId("mem") })).rejects.toMatchObject({
    code: "diary.missing",
  });
});

it("loses none of the edits that are made at the same time", async () => {
  const diary = diaryOf(newId("act"), newId("mem"));
  await diaries.add(diary);
  const edit = () => diaries.change(keyOf(diary), (held) => ({ ...held, text: `${held.text}+` }));
  await Promise.all([edit(), edit(), edit()]);

  expect(await diaries.get(keyOf(diary))).toMatchObject({ text: `${diary.text}+++`, version: 3 });
});

it("takes 20 diaries of one author and no more", async () => {
  const activityId = newId("act");
  const author = newId("mem");
  for (let count = 0; count < 20; count++) await diaries.add(diaryOf(activityId, author));

  await expect(diaries.add(diaryOf(activityId, author))).rejects.toMatchObject({ code: "diary.too_many" });
  await diaries.add(diaryOf(activityId, newId("mem")));
});

it("removes a diary, and again without complaint", async () => {
  const diary = diaryOf(newId("act"), newId("mem"));
  await diaries.add(diary);
  await diaries.remove(keyOf(diary));
  await diaries.remove(keyOf(diary));

  await expect(diaries.get(keyOf(diary))).rejects.toMatchObject({ code: "diary.missing" });
});

it.each([
  [9, false],
  [10, true],
  [5000, true],
  [5001, false],
])("a diary of %d characters is fine: %s", (length, fine) => {
  expect(Diary.Text.safeParse("记".repeat(length)).success).toBe(fine);
});
