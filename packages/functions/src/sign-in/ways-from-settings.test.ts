import { describe, expect, it } from "vitest";
import { signInFromEnv } from "./ways-from-settings.ts";

const deps = { fetch, now: () => 0 };
const from = (env: Record<string, string>) => signInFromEnv(env, deps);
const WECOM = { YIGONG_WECOM_CORP_ID: "ww1", YIGONG_WECOM_AGENT_ID: "1000002", YIGONG_WECOM_SECRET: "s" };
const OIDC = { YIGONG_OIDC_ISSUER: "https://id.example.com", YIGONG_OIDC_CLIENT_ID: "yigong" };

describe("the environment", () => {
  it("sets up the ways that it has whole, in a fixed order", () => {
    const env = {
      ...OIDC,
      ...WECOM,
      YIGONG_DINGTALK_CORP_ID: "d",
      YIGONG_DINGTALK_CLIENT_ID: "c",
      YIGONG_DINGTALK_CLIENT_SECRET: "s",
      YIGONG_FEISHU_APP_ID: "a",
      YIGONG_FEISHU_APP_SECRET: "s",
    };
    const { YIGONG_WECOM_SECRET: _, ...half } = env;

    expect(from(env).ways.map(({ name }) => name)).toEqual(["wecom", "dingtalk", "feishu", "oidc"]);
    expect(from(half).ways.map(({ name }) => name)).toEqual(["dingtalk", "feishu", "oidc"]);
    expect(from({ YIGONG_WECOM_SECRET: "" }).ways).toEqual([]);
  });

  it("names the file by which WeCom sees whose address this is, and what is in it", () => {
    expect(from({ YIGONG_WECOM_VERIFY_FILE: "WW_verify_abc123.txt" }).verifyFile).toEqual({
      name: "WW_verify_abc123.txt",
      text: "abc123",
    });
  });

  it("says what groups of the directory give", () => {
    const groups = '{"admins":{"role":"administrator"},"care":{"team":"爱心奉献"}}';

    expect(from({ ...OIDC, YIGONG_OIDC_GROUPS: groups }).mapping).toEqual({
      admins: { role: "administrator" },
      care: { team: "爱心奉献" },
    });
  });

  it.each([
    ["YIGONG_OIDC_ISSUER", "http://id.example.com"],
    ["YIGONG_OIDC_ISSUER", "secret-thing"],
    ["YIGONG_OIDC_SCOPE", "profile"],
    ["YIGONG_OIDC_GROUPS", "{admins}"],
    ["YIGONG_OIDC_GROUPS", '{"admins":{"role":"emperor"}}'],
    ["YIGONG_WECOM_VERIFY_FILE", "../secrets.json"],
    ["YIGONG_CODE_SIGN_IN", "perhaps"],
  ])("is refused with a malformed %s, which is named and not repeated", (name, value) => {
    const attempt = () => from({ [name]: value });

    expect(attempt).toThrow(name);
    expect(attempt).not.toThrow(value);
  });

  it("may have an issuer without encryption on loopback only", () => {
    expect(from({ ...OIDC, YIGONG_OIDC_ISSUER: "http://127.0.0.1:9000" }).ways).toHaveLength(1);
  });
});
