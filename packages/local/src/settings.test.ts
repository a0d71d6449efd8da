import { describe, expect, it } from "vitest";
import { readSettings } from "./settings.ts";

const LOCAL = { port: 3000, hostname: "127.0.0.1", origin: undefined };

it.each<[Record<string, string>, Partial<typeof LOCAL> | { origin: string }]>([
  [{}, {}],
  [{ PORT: "0" }, { port: 0 }],
  [{ PORT: "65535" }, { port: 65535 }],
  [{ HOST: "0.0.0.0" }, { hostname: "0.0.0.0" }],
  [{ HOST: "::1" }, { hostname: "::1" }],
  [{ HOST: "yigong.example" }, { hostname: "yigong.example" }],
  [{ YIGONG_ORIGIN: "https://yigong.example/" }, { origin: "https://yigong.example" }],
  [{ YIGONG_ORIGIN: "https://yigong.example:8443" }, { origin: "https://yigong.example:8443" }],
  [{ YIGONG_LOG: "info", YIGONG_STEPFUNCTIONS_PORT: "9000", AWS_ENDPOINT_URL_SFN: "" }, {}],
])("a server takes %j", (env, read) => {
  expect(readSettings(env)).toMatchObject({ ...LOCAL, ...read });
});

const PORTS = ["abc", "70000", "65536", "-1", "0x10", "", " ", "3000 ", "1e3", "3.5", "+1", "３０００", "000000"];
const ORIGINS = [
  "yigong",
  "yigong.example",
  "ftp://yigong.example",
  "https://a/b",
  "https://a?b",
  "https://u:p@a",
  "http://",
];

describe("a server refuses in both languages, by the variable's name,", () => {
  it.each<[string, string]>([
    ...PORTS.flatMap((value): [string, string][] => [
      ["PORT", value],
      ["YIGONG_STEPFUNCTIONS_PORT", value],
    ]),
    ...["", " ", "a b", "http://localhost", "127.0.0.1:3000", "-", "[::1]", "host/", "::g"].map(
      (value): [string, string] => ["HOST", value],
    ),
    ...ORIGINS.flatMap((value): [string, string][] => [
      ["YIGONG_ORIGIN", value],
      ["AWS_ENDPOINT_URL_SFN", value],
    ]),
    ["YIGONG_ORIGIN", ""],
    ["YIGONG_DATA", ""],
    ["YIGONG_LOG", "loud"],
    ["YIGONG_LOG", ""],
    ["YIGONG_OA_KIND", "slack"],
    ["YIGONG_OA_URL", "robot"],
    ["YIGONG_SMTP_URL", "https://mail.example"],
    ["YIGONG_SMS_URL", "sms"],
    ["YIGONG_IM_URL", "im"],
  ])("%s=%j", (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(
      expect.objectContaining({
        name: "settings.malformed",
        message: expect.stringMatching(new RegExp(`[\\u4e00-\\u9fff][\\s\\S]* / [\\s\\S]*${name}`)),
      }),
    );
  });
});

it("names every variable that is wrong at once", () => {
  expect(() => readSettings({ PORT: "abc", HOST: "a b", YIGONG_SMS_URL: "sms" })).toThrow(
    expect.objectContaining({ message: expect.stringMatching(/PORT[\s\S]*HOST[\s\S]*YIGONG_SMS_URL/) }),
  );
});
