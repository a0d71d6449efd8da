import { gzipSync } from "node:zlib";
import { signingInOn } from "@yigong/testing/signing-in.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, expect, it } from "vitest";
import { dingtalk } from "../../sign-in/dingtalk.ts";
import { bundled } from "./bundle.ts";
import { SCRIPT } from "./script.ts";

const alliance = await testAlliance();
afterAll(() => alliance.close());
const way = dingtalk({ corpId: "dingcorp", clientId: "dingapp", clientSecret: "s" }, { fetch, now: () => 0 });
const APP = { "user-agent": "Mozilla/5.0 (iPhone) AliApp(DingTalk/7.6.0)" };

it("is what its source and the library make", async () => {
  expect(SCRIPT).toBe(await bundled());
});

it("asks by the module's name, which phones know, and weighs less than 13 kB on the wire", () => {
  expect(SCRIPT).toContain("runtime.permission.requestAuthCode");
  expect(gzipSync(SCRIPT).length).toBeLessThan(13_000);
});

it("is run by the one page that needs it, which goes on without as well", async () => {
  await alliance.given.member(1);
  const own = signingInOn(alliance, { ways: [way] }).browser(APP);
  const at = (await own.get("/sign-in?next=/m/points")).headers.get("location") ?? "";
  const inside = (await own.get(at)).headers.get("location") ?? "";
  const answer = await own.get(inside);
  const page = await answer.text();
  const script = await own.get("/sign-in/dingtalk.js");

  expect(inside).toMatch(/^\/sign-in\/dingtalk\/inside\?state=[0-9a-f]{64}$/);
  expect(page).toContain('data-corp="dingcorp" data-client="dingapp"');
  expect(page).toContain('href="/sign-in/dingtalk?as=browser"');
  expect(answer.headers.get("content-security-policy")).toMatch(/script-src 'self'$/);
  expect([script.status, script.headers.get("content-type")]).toEqual([200, "text/javascript; charset=utf-8"]);
});
