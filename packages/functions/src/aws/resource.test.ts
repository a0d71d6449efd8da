import { beforeEach, expect, it } from "vitest";
import { arnOf, installation, isLinked, nameOf, secretOf, settingOf } from "./resource.ts";

const SECRET = Buffer.alloc(32, 7).toString("base64url");
const LINKS: Record<string, object> = {
  App: { name: "yigong", stage: "test" },
  Alliance: { name: "yigong-test-Alliance" },
  AwardRun: { arn: "arn:aws-cn:states:cn-north-1:1:stateMachine:award-run" },
  Installation: { origin: "https://yigong.example.com/", mail: "ses" },
  TokenSecret: { value: SECRET },
  OaUrl: { value: "" },
  SmtpFrom: { value: "yigong@example.com" },
};

/** Links these, and nothing else. SST reads its sources once a process and keeps what it found in this object. */
function link(over: Record<string, object> = {}) {
  const { __SST_RESOURCE_RAW__: found } = globalThis as unknown as { __SST_RESOURCE_RAW__: Record<string, object> };
  for (const name of Object.keys(found)) delete found[name];
  Object.assign(found, LINKS, over);
}

beforeEach(() => link());

it("reads names, ARNs, secrets and settings from the links", () => {
  expect([nameOf("Alliance"), arnOf("AwardRun")]).toEqual([
    "yigong-test-Alliance",
    "arn:aws-cn:states:cn-north-1:1:stateMachine:award-run",
  ]);
  expect(secretOf("TokenSecret")).toEqual(new Uint8Array(32).fill(7));
  expect([settingOf("OaUrl"), settingOf("SmtpFrom")]).toEqual([undefined, "yigong@example.com"]);
  expect(installation()).toEqual({
    origin: "https://yigong.example.com",
    zone: "Asia/Shanghai",
    mail: "ses",
    quietHours: false,
  });
  expect([isLinked("TokenSecret"), isLinked("SurveySecret")]).toEqual([true, false]);
});

it("names the link that a function lacks", () => {
  expect(() => nameOf("Ledger")).toThrow('needs the link "Ledger"');
});

it.each([
  ["short", Buffer.alloc(31).toString("base64url")],
  ["written in another way", Buffer.alloc(32, 255).toString("base64")],
  ["empty", ""],
])("refuses a secret that is %s, and does not say what it is", (_, value) => {
  link({ TokenSecret: { value } });
  const told = (() => {
    try {
      return String(secretOf("TokenSecret"));
    } catch (error) {
      return String(error);
    }
  })();

  expect(told).toContain('The link "TokenSecret" is not as it should be: value: is not the base64url of 32 bytes.');
  expect(value === "" || !told.includes(value)).toBe(true);
});
