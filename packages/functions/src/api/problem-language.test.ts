import { Refusal } from "@yigong/core/lib/error.ts";
import { refusals } from "@yigong/core/lib/refusals.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { grant } from "@yigong/testing/sample/members.ts";
import { BRANCH_A, BRANCH_B, BRANCHES } from "@yigong/testing/sample/units.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { Hono } from "hono";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { onError } from "./problem.ts";

const alliance = await testAlliance();
const { given, when } = alliance;
afterAll(() => alliance.close());

const zh = { "accept-language": "zh-CN" };
const en = { "accept-language": "en-GB,en;q=0.9" };

const thing = refusals({
  "thing.taken": ["conflict", "{{who}}已于{{at}}占用，{{day}}归还", "{{who}} took it at {{at}} until {{day}}."],
});
const WHO = "mem_00000000000000000000000001";
const GONE = "mem_00000000000000000000000002";
const taken = (who: readonly string[]) =>
  thing("thing.taken", { who, at: "2026-09-12T16:30:00.000Z", day: "2026-09-20" });

/** What a reader is told when a route throws. */
async function told(thrown: Error, headers: Record<string, string>, reader?: Parameters<typeof onError>[1]) {
  const app = new Hono<{ Variables: { actor: object; member: { language?: string } } }>();
  app.onError(onError(() => {}, reader));
  app.use(async (c, next) => {
    const { "x-chosen": language } = c.req.header();
    if (language) c.set("member", { language });
    if (reader) c.set("actor", {});
    await next();
  });
  app.get("/", () => {
    throw thrown;
  });
  const response = await app.request("/", { headers });
  return { response, body: (await response.json()) as Record<string, string> };
}

const reader = {
  zone: async () => "Europe/Berlin",
  namesOf: async () => new Map([[WHO, "陈文"]]),
};

describe("a problem document", () => {
  it.each([
    [zh, "陈文已于2026年9月12日 周六 18:30占用，2026年9月20日 周日归还", "现在不能这样做", "zh-CN"],
    [en, "陈文 took it at Sat 12 Sep 2026 18:30 until Sun 20 Sep 2026.", "Not possible now", "en"],
    [{}, "陈文已于2026年9月12日 周六 18:30占用，2026年9月20日 周日归还", "现在不能这样做", "zh-CN"],
    [
      { "accept-language": "fr" },
      "陈文 took it at Sat 12 Sep 2026 18:30 until Sun 20 Sep 2026.",
      "Not possible now",
      "en",
    ],
    [
      { ...en, "x-chosen": "zh-CN" },
      "陈文已于2026年9月12日 周六 18:30占用，2026年9月20日 周日归还",
      "现在不能这样做",
      "zh-CN",
    ],
  ])("is in the reader's language, with names and local times (%j)", async (headers, detail, title, language) => {
    const { response, body } = await told(taken([WHO]), headers, reader);

    expect(body).toMatchObject({ title, detail, code: "thing.taken", type: "urn:yigong:problem:thing.taken" });
    expect(response.headers.get("content-language")).toBe(language);
  });

  it("says of an id that nobody knows that it is gone, and lists several", async () => {
    const { body } = await told(taken([WHO, GONE]), zh, reader);

    expect(body.detail).toMatch(/^陈文、（已不存在）已于/);
  });

  it("gives no names to a stranger", async () => {
    const app = new Hono().onError(onError(() => {}, reader)).get("/", () => {
      throw taken([WHO]);
    });

    expect(await (await app.request("/", { headers: en })).json()).toMatchObject({
      detail: "(no longer there) took it at Sat 12 Sep 2026 18:30 until Sun 20 Sep 2026.",
    });
  });

  it("is told without names when they cannot be read, rather than not at all", async () => {
    const away = { ...reader, namesOf: () => Promise.reject(new Refusal("unavailable", "store.unavailable", "Away.")) };
    const { response, body } = await told(taken([WHO]), en, away);

    expect([response.status, body.detail]).toEqual([409, expect.not.stringContaining("mem_")]);
  });

  it("says in both languages that a mistake is ours", async () => {
    const [chinese, english] = [await told(new TypeError("x"), zh), await told(new TypeError("x"), en)];

    expect([chinese.body.title, english.body.title]).toEqual(["系统出错", "Something went wrong"]);
  });
});

describe("the API", () => {
  beforeEach(async () => {
    await alliance.clear();
    const both = [
      grant("branchSecretary", { kind: "branch", unitId: BRANCH_A }),
      grant("branchSecretary", { kind: "branch", unitId: BRANCH_B }),
    ];
    await given.members(Sample.member(1, { roles: both }), 2, "alliance");
    await given.units(BRANCHES);
  });

  it("names branches, not their ids", async () => {
    const { body } = await when(1).send("GET", "/leaves", undefined, zh);

    expect(body).toMatchObject({ code: "leave.branch_needed", title: "请求有误" });
    expect(body.detail).toMatch(/一支部、二支部$/);
  });

  it("says what is wrong in which field, in words of the form", async () => {
    const wrong = { title: "", origin: "party", sessions: [{ startsAt: "soon" }], colour: "red" };
    const [chinese, english] = [
      await when("alliance").send("POST", "/activities", wrong, { ...zh, "idempotency-key": "number-one" }),
      await when("alliance").send("POST", "/activities", wrong, { ...en, "idempotency-key": "number-one" }),
    ];

    expect(chinese.body.errors).toContainEqual({ path: "place", field: "地点", message: "缺少这一项" });
    expect(chinese.body.errors).toContainEqual({
      path: "sessions.0.startsAt",
      field: "场次（第1项）的开始时间",
      message: "不是有效的时间",
    });
    expect(chinese.body.detail).not.toMatch(/[A-Za-z]/);
    expect(english.body.errors).toContainEqual({ path: "place", field: "place", message: "is missing" });
    expect(chinese.body.errors).toHaveLength(english.body.errors.length);
  });

  it("says that there is no such field, and that a text cannot be written", async () => {
    const unknown = await when("alliance").send("GET", "/members?colour=red", undefined, zh);
    const hostile = await when("alliance").send("GET", "/members?q=%07", undefined, zh);

    expect(unknown.body.errors).toEqual([{ path: "colour", field: "colour", message: "没有这一项" }]);
    expect(hostile.body.errors).toMatchObject([{ path: "query" }]);
  });

  it("asks in both languages to sign in", async () => {
    const web = await alliance.web();
    const bodies = [zh, en].map(async (headers) => (await web.request("/api/v1/members", { headers })).json());

    expect(await Promise.all(bodies)).toMatchObject([{ title: "请先登录" }, { title: "Sign in first" }]);
  });

  it("says who may, when somebody may not", async () => {
    const { body } = await when(2).send("GET", "/imports", undefined, zh);

    expect(body).toMatchObject({ code: "permission.denied", detail: expect.stringContaining("管理员") });
  });
});
