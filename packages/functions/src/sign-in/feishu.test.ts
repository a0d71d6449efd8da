import { basesAt, type MockProvider, mockProvider, officeAnswers } from "@yigong/testing/providers.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FEISHU_BASES, feishu } from "./feishu.ts";
import { back, code, flow, redirectUri, refusal, SECRET } from "./offices.fixture.ts";

let mock: MockProvider;
beforeEach(async () => {
  mock = await mockProvider(officeAnswers());
});
afterEach(() => mock.stop());

const bases = () => basesAt(mock.origin);
const toFeishu = (at = bases().feishu, tenantKey?: string) =>
  feishu({ appId: "cli_1", appSecret: SECRET, tenantKey }, { fetch, bases: at });

describe("Feishu", () => {
  it("is asked at one address everywhere, with a challenge, and never at its historical ones", async () => {
    const url = new URL(await toFeishu(FEISHU_BASES).begin(flow("feishu"), "zh-CN"));

    expect(url.origin + url.pathname).toBe("https://accounts.feishu.cn/open-apis/authen/v1/authorize");
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: "cli_1",
      redirect_uri: redirectUri,
      response_type: "code",
      scope: "",
      state: "a".repeat(64),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: "S256",
    });
    expect(Object.values(FEISHU_BASES).join()).not.toMatch(/passport|suite/);
  });

  it("says who it is for a code with its verifier, by a form as RFC 6749 has it", async () => {
    expect(await toFeishu().identify(code, flow())).toEqual({
      provider: "feishu",
      tenant: "tenant-1",
      subject: "ou_1",
      account: "f-zhang",
      name: "张三",
    });
    expect(mock.asked.map(({ path }) => path)).toEqual(["/oauth/v3/token", "/open-apis/authen/v1/user_info"]);
    expect(mock.asked[0]?.headers["content-type"]).toMatch(/^application\/x-www-form-urlencoded/);
    expect(mock.asked[0]?.body).toEqual({
      grant_type: "authorization_code",
      code: "one-time",
      redirect_uri: redirectUri,
      code_verifier: "v".repeat(43),
      client_id: "cli_1",
      client_secret: SECRET,
    });
    expect(mock.asked[1]?.headers.authorization).toBe("Bearer feishu-user-token");
  });

  it("is known without a user_id, which wants a right of its own", async () => {
    mock.answers["/open-apis/authen/v1/user_info"] = { code: 0, data: { open_id: "ou_1", tenant_key: "tenant-1" } };

    expect(await toFeishu().identify(code, flow())).toEqual({
      provider: "feishu",
      tenant: "tenant-1",
      subject: "ou_1",
    });
  });

  const TOKEN = "/oauth/v3/token";
  it.each([
    [
      "who may not use the app (20010)",
      TOKEN,
      { status: 400, error: "access_denied", code: 20010 },
      "identity.stranger",
    ],
    ["who may not use it, said later", "/open-apis/authen/v1/user_info", { code: 20010 }, "identity.stranger"],
    ["a code that was used", TOKEN, { status: 400, error: "invalid_grant", code: 20003 }, "identity.start_again"],
    ["a wrong secret", TOKEN, { status: 401, error: "invalid_client", code: 20002 }, "identity.provider_refused"],
    ["nothing while it is down", TOKEN, { status: 503, error: "server_error" }, "identity.provider_down"],
    ["a token it cannot use", "/open-apis/authen/v1/user_info", { code: 20005 }, "identity.provider_refused"],
  ])("refuses %s", async (_, path, answer, expected) => {
    mock.answers[path] = answer;

    expect(await refusal(toFeishu().identify(code, flow()))).toBe(expected);
  });

  it("refuses another company's people, where the app is for one", async () => {
    expect(await refusal(toFeishu(bases().feishu, "tenant-2").identify(code, flow()))).toBe("identity.stranger");
  });

  it("takes a no, and a foreign state, for what they are", async () => {
    expect(await refusal(toFeishu().identify(back({ error: "access_denied", state: "a".repeat(64) }), flow()))).toBe(
      "identity.declined",
    );
    expect(await refusal(toFeishu().identify(back({ code: "x", state: "b".repeat(64) }), flow()))).toBe(
      "identity.start_again",
    );
  });
});
