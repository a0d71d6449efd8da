import { rejected, unavailable } from "@yigong/application/ports/channel-fault.ts";
import type { Channel } from "@yigong/application/ports/channels.ts";
import { httpOf } from "@yigong/functions/composition/http.ts";
import { outboxOf } from "@yigong/functions/composition/outbox.ts";
import { NO_WAYS } from "@yigong/functions/composition/sign-in.ts";
import { whenOn } from "@yigong/testing/scenario/when.ts";
import { knowing } from "@yigong/testing/signing-in.ts";
import { SECRETS, testAlliance } from "@yigong/testing/test-alliance.ts";
import { Hono } from "hono";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { channelSetup } from "../channels/channels-from-settings.ts";

const alliance = await testAlliance();
const { given, useCases, when } = alliance;
afterAll(() => alliance.close());
beforeEach(async () => {
  await alliance.clear();
  await given.members("organizer");
  await given.member("admin", { mobile: "13800000000" });
});

const SET = channelSetup((setting) => (setting === "SmsUrl" ? "https://sms.example/?key=geheim" : undefined));
const sentBy = (sms: Channel) => outboxOf(useCases, { channels: { sms }, channelSetup: SET } as never).run();
const takes: Channel = { send: async () => undefined };
const fails = (error: Error): Channel => ({ send: () => Promise.reject(error) });
const states = async () => (await when("admin").get("/settings/channels")).body;
const stateOf = async (name: string) =>
  (await states()).items.find(({ channel }: { channel: string }) => channel === name);

describe("the settings of channels", () => {
  it("tell which settings are set, and never what they are", async () => {
    await sentBy(takes);
    const all = await states();

    expect(await stateOf("sms")).toMatchObject({
      name: "短信",
      configured: true,
      settings: [
        { name: "SmsUrl", set: true },
        { name: "SmsToken", set: false },
      ],
    });
    expect(await stateOf("board")).toMatchObject({ configured: false });
    expect(JSON.stringify(all)).not.toContain("geheim");
  });

  it.each([
    [takes, "sent", "lastSentAt"],
    [fails(unavailable("sms", "is away")), "unavailable", "lastFailedAt"],
    [fails(rejected("sms", "says no")), "rejected", "lastFault"],
  ])("send a test to whoever asks, and tell how it went (%#)", async (sms, outcome, noted) => {
    const asked = await when("admin").post("/settings/channels/sms/test");
    await sentBy(sms);
    const state = await stateOf("sms");

    expect(asked.body).toMatchObject({ channel: "sms", outcome: "sending", text: expect.any(String) });
    expect(state).toMatchObject({ lastTest: { outcome, text: expect.any(String) }, [noted]: expect.any(String) });
    expect(alliance.faults).toEqual([]);
  });

  it("say that a channel is not set up, or that one has no address", async () => {
    await when("admin").post("/settings/channels/mail/test");
    await given.member("admin", {});
    await when("admin").post("/settings/channels/sms/test");
    await sentBy(takes);

    expect((await stateOf("mail")).lastTest.outcome).toBe("notConfigured");
    expect((await stateOf("sms")).lastTest.outcome).toBe("noAddress");
  });

  it("are for administrators", async () => {
    for (const path of ["channels", "sign-in", "templates"])
      expect((await when("organizer").get(`/settings/${path}`)).body.code).toBe("permission.denied");
    expect((await when("organizer").post("/settings/channels/sms/test")).body.code).toBe("permission.denied");
  });
});

it("tells which ways to sign in are set up, and the address to enter at the provider", async () => {
  const signIn = { ...NO_WAYS, codes: true, ways: [knowing({ account: {} as never })], oidcName: "集团账号" };
  const web = async () => httpOf(useCases, new Hono(), { signIn });
  const { body } = await whenOn({ web, secret: SECRETS.tokens, now: useCases.now })("admin").get("/settings/sign-in");

  expect(body.items.map(({ way, configured }: { way: string; configured: boolean }) => [way, configured])).toEqual([
    ["wecom", false],
    ["dingtalk", false],
    ["feishu", false],
    ["oidc", true],
    ["code", true],
  ]);
  expect(body.items[3]).toMatchObject({
    name: "集团账号",
    callback: "https://yigong.example/sign-in/oidc/callback",
    settings: expect.arrayContaining(["OidcIssuer"]),
  });
});

it("shows the texts of messages in both languages with their holes", async () => {
  const { items } = (await when("admin").get("/settings/templates")).body;
  const [soon] = items.filter(({ kind }: { kind: string }) => kind === "activity.startsSoon");

  expect(soon.texts["zh-CN"].body).toContain("{{title}}");
  expect(soon.texts.en.subject).toEqual(expect.any(String));
  expect(soon.holes).toEqual(expect.arrayContaining(["title", "startsAt", "place"]));
});

it("keeps the names of company and Party committee and the languages offered", async () => {
  const { body } = await when("admin").get("/organization");
  const names = { company: "台州公司", committee: "台州公司党委", languages: ["zh-CN"] };
  const changed = await when("admin").patch("/organization", { version: body.version, ...names });

  expect(changed.body).toMatchObject(names);
  expect(
    (await when("admin").patch("/organization", { version: changed.body.version, languages: ["fr"] })).body.code,
  ).toBe("input.invalid");
});
