import { basesAt, type MockProvider, mockProvider, officeAnswers } from "@yigong/testing/providers.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DINGTALK_BASES, dingtalk } from "./dingtalk.ts";
import { feishu } from "./feishu.ts";
import { back, code, flow, redirectUri, refusal, SECRET } from "./offices.fixture.ts";
import { WECOM_BASES, wecom } from "./wecom.ts";

let mock: MockProvider;
let now = 0;
beforeEach(async () => {
  mock = await mockProvider(officeAnswers());
  now = Date.parse("2026-09-01T00:00:00.000Z");
});
afterEach(() => mock.stop());

const deps = () => ({ fetch, now: () => now });
const bases = () => basesAt(mock.origin);
const toWeCom = (at = bases().wecom) =>
  wecom({ corpId: "ww1", agentId: "1000002", secret: SECRET }, { ...deps(), bases: at });
const toDingTalk = (at = bases().dingtalk) =>
  dingtalk({ corpId: "dingcorp", clientId: "dingapp", clientSecret: SECRET }, { ...deps(), bases: at });
const toFeishu = (at = bases().feishu, tenantKey?: string) =>
  feishu({ appId: "cli_1", appSecret: SECRET, tenantKey }, { fetch, bases: at });

const authCode = back({ authCode: "one-time", state: "a".repeat(64) });

describe("WeCom", () => {
  it("is asked silently inside its app, and by its page for companies elsewhere, in the reader's language", async () => {
    const inside = new URL(await toWeCom(WECOM_BASES).begin(flow("wecom"), "zh-CN"));
    const outside = new URL(await toWeCom(WECOM_BASES).begin(flow(), "en"));

    expect([inside.origin + inside.pathname, inside.hash]).toEqual([
      "https://open.weixin.qq.com/connect/oauth2/authorize",
      "#wechat_redirect",
    ]);
    expect(Object.fromEntries(inside.searchParams)).toEqual({
      appid: "ww1",
      redirect_uri: redirectUri,
      response_type: "code",
      // Phone and picture are not asked for: that wants the app's visible range and a consent.
      scope: "snsapi_base",
      state: "a".repeat(64),
      agentid: "1000002",
    });
    expect(outside.origin + outside.pathname).toBe("https://login.work.weixin.qq.com/wwlogin/sso/login");
    expect(Object.fromEntries(outside.searchParams)).toEqual({
      login_type: "CorpApp",
      appid: "ww1",
      agentid: "1000002",
      redirect_uri: redirectUri,
      state: "a".repeat(64),
      lang: "en",
    });
  });

  it("says which employee it is, by the code that it sent", async () => {
    expect(await toWeCom().identify(code, flow())).toEqual({
      provider: "wecom",
      tenant: "ww1",
      subject: "zhangsan",
      account: "ZhangSan",
    });
    expect(mock.asked.map(({ path, query }) => [path, query])).toEqual([
      ["/cgi-bin/gettoken", { corpid: "ww1", corpsecret: SECRET }],
      ["/cgi-bin/auth/getuserinfo", { access_token: "wecom-app-token", code: "one-time" }],
    ]);
  });

  it("gives one token of the app for two hours, also to many at the same time, and a new one before its end", async () => {
    const way = toWeCom();
    await Promise.all([1, 2, 3].map(() => way.identify(code, flow())));
    now += 114 * 60_000;
    await way.identify(code, flow());
    const kept = mock.askedAt("/cgi-bin/gettoken").length;
    now += 2 * 60_000;
    await way.identify(code, flow());

    expect([kept, mock.askedAt("/cgi-bin/gettoken").length]).toEqual([1, 2]);
  });

  it("is asked for another token when one ends before its time", async () => {
    const way = toWeCom();
    mock.answers["/cgi-bin/auth/getuserinfo"] = () =>
      mock.askedAt("/cgi-bin/auth/getuserinfo").length === 1 ? { errcode: 42001 } : { errcode: 0, userid: "li" };

    expect((await way.identify(code, flow())).subject).toBe("li");
    expect(mock.askedAt("/cgi-bin/gettoken")).toHaveLength(2);
  });

  it.each([
    ["a stranger, who has an openid only", { errcode: 0, openid: "oAbc" }, "identity.stranger"],
    ["a code that was used", { errcode: 40029 }, "identity.start_again"],
    ["an address that is not among 企业可信IP", { errcode: 60020 }, "identity.provider_refused"],
    ["nobody while it is down, which says nothing of anybody", { status: 502 }, "identity.provider_down"],
  ])("refuses %s", async (_, answer, expected) => {
    mock.answers["/cgi-bin/auth/getuserinfo"] = answer;

    expect(await refusal(toWeCom().identify(code, flow()))).toBe(expected);
  });

  it.each([
    ["without a code, as after a no", {}, "identity.declined"],
    ["with a code longer than 512 bytes", { code: "c".repeat(513) }, "identity.start_again"],
  ])("asks nobody %s", async (_, query, expected) => {
    expect(await refusal(toWeCom().identify(back(query), flow()))).toBe(expected);
    expect(mock.asked).toEqual([]);
  });
});

describe("DingTalk", () => {
  it("is asked on its own page in a browser, and on a page of ours inside its app", async () => {
    const outside = new URL(await toDingTalk(DINGTALK_BASES).begin(flow(), "zh-CN"));

    expect(outside.origin + outside.pathname).toBe("https://login.dingtalk.com/oauth2/auth");
    expect(Object.fromEntries(outside.searchParams)).toEqual({
      client_id: "dingapp",
      redirect_uri: redirectUri,
      response_type: "code",
      scope: "openid corpid",
      state: "a".repeat(64),
      prompt: "consent",
    });
    expect(await toDingTalk().begin(flow("dingtalk"), "zh-CN")).toBe(
      `/sign-in/dingtalk/inside?state=${"a".repeat(64)}`,
    );
  });

  it("calls back with authCode, by which it says who it is and then which employee", async () => {
    expect(await toDingTalk().identify(authCode, flow())).toEqual({
      provider: "dingtalk",
      tenant: "dingcorp",
      subject: "ding-zhang",
      account: "ding-zhang",
      name: "张三",
      mobile: "13800000001",
    });
    expect(mock.asked.map(({ path, body }) => [path, body])).toEqual([
      [
        "/v1.0/oauth2/userAccessToken",
        { clientId: "dingapp", clientSecret: SECRET, code: "one-time", grantType: "authorization_code" },
      ],
      ["/v1.0/contact/users/me", {}],
      ["/v1.0/oauth2/accessToken", { appKey: "dingapp", appSecret: SECRET }],
      ["/topapi/user/getbyunionid", { unionid: "union-1" }],
    ]);
    expect(mock.askedAt("/v1.0/contact/users/me")[0]?.headers["x-acs-dingtalk-access-token"]).toBe("ding-user-token");
    expect(mock.askedAt("/topapi/user/getbyunionid")[0]?.query).toEqual({ access_token: "ding-app-token" });
  });

  it("says at once which employee it is by a code of the app, and keeps the app's token for expireIn seconds", async () => {
    const way = toDingTalk();
    const inside = back({ authCode: "one-time", from: "app" });
    await way.identify(inside, flow("dingtalk"));
    const second = await way.identify(inside, flow("dingtalk"));

    expect(second).toMatchObject({ subject: "ding-zhang", name: "张三" });
    expect(mock.asked.map(({ path }) => path)).toEqual([
      "/v1.0/oauth2/accessToken",
      "/topapi/v2/user/getuserinfo",
      "/topapi/v2/user/getuserinfo",
    ]);
  });

  it("takes no code of a browser for one of the app, whatever the address says", async () => {
    await toDingTalk().identify(back({ authCode: "one-time", from: "app" }), flow("browser"));

    expect(mock.askedAt("/topapi/v2/user/getuserinfo")).toEqual([]);
  });

  it.each([
    ["nobody of the company (60121)", "/topapi/user/getbyunionid", { errcode: 60121 }, "identity.stranger"],
    [
      "an outside contact",
      "/topapi/user/getbyunionid",
      { errcode: 0, result: { contact_type: 1, userid: "x" } },
      "identity.stranger",
    ],
    [
      "somebody of another company",
      "/v1.0/oauth2/userAccessToken",
      { accessToken: "t", corpId: "other" },
      "identity.stranger",
    ],
    [
      "a code that was used",
      "/v1.0/oauth2/userAccessToken",
      { status: 400, code: "invalidParameter.authCode.notFound" },
      "identity.start_again",
    ],
    ["an app without the right", "/topapi/user/getbyunionid", { errcode: 60011 }, "identity.provider_refused"],
  ])("refuses %s", async (_, path, answer, expected) => {
    mock.answers[path] = answer;

    expect(await refusal(toDingTalk().identify(authCode, flow()))).toBe(expected);
  });

  it("is not asked with a parameter of the name `code`", async () => {
    expect(await refusal(toDingTalk().identify(code, flow()))).toBe("identity.declined");
    expect(mock.asked).toEqual([]);
  });
});

describe("an error of an office system", () => {
  it("holds no secret, token, code or address, whatever went wrong", async () => {
    await mock.stop();
    for (const identify of [
      () => toWeCom().identify(code, flow()),
      () => toDingTalk().identify(authCode, flow()),
      () => toFeishu().identify(code, flow()),
    ]) {
      const error = await identify()
        .then(() => undefined)
        .catch((caught: Error) => caught);

      expect(error).toMatchObject({ code: "identity.provider_down" });
      expect(JSON.stringify([error?.message, error?.cause])).not.toMatch(/s3cret|token|one-time|127\.0\.0/);
    }
  });
});
