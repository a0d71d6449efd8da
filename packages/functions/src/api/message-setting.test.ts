import type { Parcel } from "@yigong/application/ports/channels.ts";
import { Message } from "@yigong/core/message/index.ts";
import { outboxOf } from "@yigong/functions/composition/outbox.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const alliance = await testAlliance();
const { given, useCases, when } = alliance;
afterAll(() => alliance.close());
beforeEach(async () => {
  await alliance.clear();
  await given.members("organizer", "alliance");
  await given.member("admin", { mobile: "13800000000", email: "admin@example.com" });
});

const KIND = "/settings/templates/points.correctionRefused";
const view = async () =>
  (await when("admin").get("/settings/templates")).body.items.find(
    ({ kind }: { kind: string }) => kind === "points.correctionRefused",
  );
const words = async (zh: string) => {
  const { texts } = await view();
  return { ...texts, "zh-CN": { ...texts["zh-CN"], subject: zh } };
};
const settle = (channels: object) => outboxOf(useCases, { channels } as never).run();
const memberId = async () => (await useCases.members.all()).find(({ mobile }) => mobile === "13800000000")?.id ?? "";
const tell = async () => {
  const at = alliance.clock.at;
  const about = { to: { kind: "members" as const, memberIds: [await memberId()] }, cause: at, dueAt: at };
  const params = { title: "净滩行", reason: "证据不足" };
  await useCases.outbox.add([Message.tell({ ...about, template: "points.correctionRefused", params })], at);
};

describe("the words of a kind of message", () => {
  it("are what is sent from then on, until they are taken back", async () => {
    const sent: Parcel[] = [];
    const sms = { send: async (parcel: Parcel) => void sent.push(parcel) };
    const saved = await when("admin").put(KIND, { version: 0, texts: await words("更正没有批准：{{title}}") });
    await tell();
    await settle({ sms });
    const back = await when("alliance").delete(KIND);
    alliance.clock.at = new Date(Date.parse(alliance.clock.at) + 60_000).toISOString();
    await tell();
    await settle({ sms });

    expect(saved.body).toMatchObject({ isChanged: true, version: 1 });
    expect(back.body).toMatchObject({ isChanged: false, version: 0 });
    expect(sent.map(({ subject }) => subject)).toEqual(["更正没有批准：净滩行", "「净滩行」的更正未批准"]);
    expect(alliance.faults).toEqual([]);
  });

  it("are shown before they are saved, and not saved by that", async () => {
    const shown = await when("admin").post(`${KIND}/preview`, { texts: await words("未批准：{{title}}") });

    expect(shown.body.texts["zh-CN"].subject).toBe("未批准：海陵社区净滩行");
    expect(await view()).toMatchObject({ isChanged: false });
  });

  it("are refused with a field that there is not, over those of somebody else, and to who has no say", async () => {
    const [texts, unknown] = [await words("新的标题"), await words("{{weather}}")];
    await when("admin").put(KIND, { version: 0, texts });

    expect(await when("admin").put(KIND, { version: 1, texts: unknown })).toMatchObject({
      status: 400,
      body: { code: "message.template_unknown_field" },
    });
    expect(await when("alliance").put(KIND, { version: 0, texts })).toMatchObject({
      status: 409,
      body: { code: "edit.changed" },
    });
    expect(await when("organizer").put(KIND, { version: 1, texts })).toMatchObject({ status: 403 });
    expect(await when("admin").put("/settings/templates/no.such", { version: 0, texts })).toMatchObject({
      body: { code: "message.template_unknown" },
    });
  });
});

describe("the tables of working days", () => {
  const NEXT = "元旦 2027-01-01 2027-01-03\n春节 2027-02-05 2027-02-11\n上班 2027-02-14";
  const put = (table: string, version = 0, who: "admin" | "organizer" = "admin") =>
    when(who).put("/settings/workdays/2027", { version, source: "测试用的表", table });

  it("tell until when they cover, and that the next one is to be entered", async () => {
    alliance.clock.at = "2026-11-20T01:00:00.000Z";
    const before = await when("organizer").get("/settings/workdays");
    const after = await put(NEXT);

    expect(before.body).toMatchObject({ coversUntil: "2026-12-31", nextIsDue: true });
    expect(after.body).toMatchObject({ coversUntil: "2027-12-31", nextIsDue: false });
    expect(
      after.body.items.map(({ year, isBuiltIn }: { year: number; isBuiltIn: boolean }) => [year, isBuiltIn]),
    ).toEqual([
      [2026, true],
      [2027, false],
    ]);
  });

  it("are refused with a line that cannot be read, over another one's, and to who has no say", async () => {
    await put(NEXT);

    expect((await put("元旦是一月一日", 1)).body).toMatchObject({ code: "workcalendar.line_unreadable" });
    expect((await put(NEXT, 0)).body).toMatchObject({ code: "edit.changed" });
    expect(await put(NEXT, 1, "organizer")).toMatchObject({ status: 403 });
    expect(
      (await when("admin").put("/settings/workdays/1999", { version: 0, source: "旧的", table: NEXT })).status,
    ).toBe(400);
  });
});

describe("how somebody likes to be told", () => {
  it("is by which channel a kind is tried first", async () => {
    const took: string[] = [];
    const channel = (name: string) => ({ send: async () => void took.push(name) });
    await when("admin").put("/me/preferences", { channels: { tell: "mail" }, tellsInDigest: false });
    await tell();
    await settle({ sms: channel("sms"), mail: channel("mail") });

    expect(took).toEqual(["mail"]);
    expect((await when("admin").get("/me/preferences")).body).toEqual({
      channels: { tell: "mail" },
      tellsInDigest: false,
    });
  });

  it("is the usual until it is said, and no channel or kind that there is not", async () => {
    const unknown = await when("admin").put("/me/preferences", { channels: { tell: "pigeon" }, tellsInDigest: false });

    expect((await when("organizer").get("/me/preferences")).body).toEqual({ channels: {}, tellsInDigest: false });
    expect(unknown.status).toBe(400);
  });

  it("may be a digest of outcomes once a day, where quiet hours are kept", async () => {
    alliance.clock.at = "2026-09-03T02:00:00.000Z";
    const took: Parcel[] = [];
    const sms = { send: async (parcel: Parcel) => void took.push(parcel) };
    const { version } = (await when("admin").get("/organization")).body;
    await when("admin").patch("/organization", { version, quietHours: true });
    await when("admin").put("/me/preferences", { channels: {}, tellsInDigest: true });
    await tell();
    alliance.clock.at = "2026-09-03T02:01:00.000Z";
    await tell();
    await settle({ sms });
    const before = took.length;
    alliance.clock.at = "2026-09-04T00:41:00.000Z";
    await settle({ sms });

    expect(before).toBe(0);
    expect(took.map(({ subject }) => subject)).toEqual(["提要：2条消息"]);
    expect(alliance.faults).toEqual([]);
  });
});
