import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { memberOf } from "@yigong/testing/sample/members.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const alliance = await testAlliance();
const { given, when } = alliance;
afterAll(() => alliance.close());

const ZENG = memberOf(11, { name: "曾小贤", employeeNumber: "008811", skills: ["手语"] });
const ZHANG = memberOf(12, { name: "张伟", employeeNumber: "001234" });
const found = async (who: Parameters<typeof when>[0], query: string) => {
  const { body } = await when(who).get(`/search?q=${encodeURIComponent(query)}`);
  return body.items?.map(({ title }: { title: string }) => title) ?? body.code;
};
const listed = async (query: string) => {
  const { body } = await when("organizer").get(`/members?${query}`);
  return [body.items?.map(({ name }: { name: string }) => name) ?? body.code, body.total];
};

beforeEach(async () => {
  await alliance.clear();
  await given.members(1, "organizer", "alliance", "admin", ZENG, ZHANG);
  await given.activity({ id: Sample.activityId(1), title: "重阳节敬老" });
});

describe("searching", () => {
  it.each([
    ["曾小", ["曾小贤"]],
    ["zengxiaoxian", ["曾小贤"]],
    ["zxx", ["曾小贤"]],
    ["0088", ["曾小贤"]],
    ["8811", ["曾小贤"]],
    ["zhangwei", ["张伟"]],
    ["chongyang", ["重阳节敬老"]],
    ["cyj", ["重阳节敬老"]],
    ["敬老", ["重阳节敬老"]],
    ["nobody", []],
  ])("finds by name, pinyin, initials and number: %s", async (query, titles) => {
    expect(await found("organizer", query)).toEqual(titles);
  });

  it("tells a volunteer of no person, and of activities as anybody", async () => {
    expect([await found(1, "zxx"), await found(1, "cyj")]).toEqual([[], ["重阳节敬老"]]);
  });

  it("says in the reader's language what was found", async () => {
    const { body } = await when("organizer").get("/search?q=cyj");

    expect(body.items).toEqual([
      { kind: "activity", id: Sample.activityId(1), title: "重阳节敬老", detail: expect.stringContaining("招募中") },
    ]);
  });

  it("knows at once what was changed here", async () => {
    const before = await found("organizer", "ls");
    await when("admin").patch(`/members/${ZHANG.id}`, { version: ZHANG.version, name: "李四" });

    expect([before, await found("organizer", "ls"), await found("organizer", "zhangwei")]).toEqual([[], ["李四"], []]);
  });
});

describe("the roster's list", () => {
  it("finds by pinyin, skill and role, and says how many match", async () => {
    expect(await listed("q=zxx")).toEqual([["曾小贤"], 1]);
    expect(await listed("skill=手语")).toEqual([["曾小贤"], 1]);
    expect((await listed("role=organizer"))[1]).toBe(1);
  });

  it("has pages by number and by cursor, in either order, that are the same list", async () => {
    const { body: whole } = await when("organizer").get("/members?sort=name");
    const names = whole.items.map(({ name }: { name: string }) => name);
    const { body: first } = await when("organizer").get("/members?sort=name&limit=2");
    const { body: second } = await when("organizer").get(`/members?sort=name&limit=2&cursor=${first.cursor}`);
    const { body: third } = await when("organizer").get("/members?sort=name&limit=2&offset=4");
    const paged = [first, second, third].flatMap(({ items }) => items.map(({ name }: { name: string }) => name));

    expect(paged).toEqual(names);
    expect([whole.total, third.total, third.cursor]).toEqual([6, 6, undefined]);
  });

  it("refuses a cursor that it did not give", async () => {
    expect((await listed("sort=name&cursor=nobody"))[0]).toBe("page.bad_cursor");
  });
});

describe("the list of activities", () => {
  it("finds by pinyin, and tells places taken and waited for, of how many, and how many match", async () => {
    const wish = { positionId: Sample.positionId(1), consent: true, acceptsRisks: true };
    const signedUp = await when(1).post(`/activities/${Sample.activityId(1)}/sign-ups`, wish);
    const { body } = await when("organizer").get(`/activities?from=${Sample.RECRUITING}&q=cyj&offset=0`);

    expect(signedUp.status).toBe(200);
    expect([body.total, body.items[0].people]).toEqual([1, { placed: 1, headCount: expect.any(Number), waiting: 0 }]);
  });
});
