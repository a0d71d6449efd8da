import { plusHours } from "@yigong/core/lib/time.ts";
import { Message } from "@yigong/core/message/index.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { memberIdOf } from "@yigong/testing/sample/person.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const alliance = await testAlliance();
const { given, when, useCases, clock } = alliance;
afterAll(() => alliance.close());

const activityId = Sample.activityId(1);
type Over = Record<string, unknown>;
const message = (number: number, over: Over = {}): Message.Info =>
  Message.Info.parse({
    id: `msg_${String(number).padStart(26, "0")}`,
    memberId: memberIdOf(1),
    cause: `message.send#leave.decided#${number}`,
    template: "leave.decided",
    language: "zh-CN",
    subject: `第${number}条`,
    body: "全文",
    at: plusHours(Sample.RECRUITING, number),
    delivery: "delivered",
    channel: "im",
    ...over,
  });
const failed = { delivery: "failed", code: "channel.rejected" };
const listed = async (who: Parameters<typeof when>[0], query = "") => {
  const { body } = await when(who).get(`/outbox?${query}`);
  return body.items?.map(({ title }: { title: string }) => title) ?? body.code;
};
const first = async (query: string) => (await when("alliance").get(`/outbox?${query}`)).body.items[0];

beforeEach(async () => {
  await alliance.clear();
  await given.members(1, 2, "organizer", "alliance", "admin", "auditor");
  await given.activity({ id: activityId });
});

describe("the list of messages", () => {
  it("has everybody's, newest first, by state, kind, person and activity", async () => {
    const lost = message(2, failed);
    await useCases.messages.record([
      message(1),
      lost,
      message(3, { activityId, template: "activity.startsSoon", readAt: Sample.RECRUITING }),
      message(4, { memberId: memberIdOf(2) }),
    ]);

    expect(await listed("alliance")).toEqual(["第4条", "第3条", "第2条", "第1条"]);
    expect(await listed("admin", "state=failed")).toEqual(["第2条"]);
    expect(await listed("alliance", "state=read")).toEqual(["第3条"]);
    expect(await listed("alliance", "kind=activity.startsSoon")).toEqual(["第3条"]);
    expect(await listed("alliance", `memberId=${memberIdOf(2)}`)).toEqual(["第4条"]);
    expect(await listed("alliance", `activityId=${activityId}`)).toEqual(["第3条"]);
  });

  it("is whole over its pages", async () => {
    await useCases.messages.record([1, 2, 3, 4, 5].map((number) => message(number)));
    const titles: string[] = [];
    let cursor = "";
    do {
      const { body } = await when("alliance").get(`/outbox?limit=2${cursor && `&cursor=${cursor}`}`);
      titles.push(...body.items.map(({ title }: { title: string }) => title));
      cursor = body.cursor ?? "";
    } while (cursor);

    expect(titles).toEqual(["第5条", "第4条", "第3条", "第2条", "第1条"]);
  });

  it("is an organizer's for their activity, and nobody's else", async () => {
    await useCases.messages.record([message(1, { activityId })]);

    expect(await listed("organizer", `activityId=${activityId}`)).toEqual(["第1条"]);
    expect([await listed("organizer"), await listed(1), await listed("auditor")]).toEqual([
      "permission.denied",
      "permission.denied",
      "permission.denied",
    ]);
  });

  it("says to whom, how often it was tried, and why it did not arrive", async () => {
    const lost = message(2, { ...failed, tries: 3 });
    await useCases.messages.record([lost]);

    expect(await first("state=failed")).toMatchObject({
      to: { memberId: memberIdOf(1), name: expect.any(String), employeeNumber: expect.any(String) },
      state: "failed",
      tries: 3,
      reason: "渠道拒收，请核对手机号和邮箱",
      canRetry: true,
    });
  });

  it("has what is on its way, and reminders that are not due yet only among those that wait", async () => {
    const tell = (dueAt: string, cause: string) =>
      Message.tell({
        template: "activity.startsSoon" as never,
        params: { title: "义诊" } as never,
        to: { kind: "activity", activityId, who: "placed" },
        cause,
        dueAt,
        activityId,
      } as never);
    await useCases.outbox.add([tell(clock.at, "now"), tell(plusHours(clock.at, 48), "later")], clock.at);

    expect((await when("alliance").get("/outbox")).body.items).toHaveLength(1);
    const { body } = await when("alliance").get("/outbox?state=waiting");
    expect(body.items.map(({ canRetry, to }: Over) => [canRetry, to])).toEqual([
      [true, { group: "有名额的人" }],
      [false, { group: "有名额的人" }],
    ]);
  });
});

describe("sending again", () => {
  const again = async (query = "state=failed") => {
    const { id } = await first(query);
    const { status, body } = await when("alliance").post(`/outbox/${encodeURIComponent(id)}/retry`);
    return status === 204 ? status : body.code;
  };
  const lose = async (over: Over = {}) => {
    const lost = message(2, { ...failed, ...over });
    await useCases.messages.record([lost]);
  };

  it("has the message wait with an effect that sends it, and is recorded", async () => {
    await lose({ activityId });
    const status = await again();
    const { body } = await when("alliance").get(`/activities/${activityId}/audit`);

    expect(status).toBe(204);
    expect(await first("state=waiting")).toMatchObject({ title: "第2条", tries: 2, reason: "正在再次发送" });
    expect((await useCases.outbox.due(clock.at, 10)).map(({ effect }) => effect.kind)).toContain("message.resend");
    expect(body.items[0]).toMatchObject({ action: "message.retry", actionText: "再次发送消息", actorName: "alliance" });
  });

  it("is refused when it helps nobody any more", async () => {
    await lose({ until: plusHours(clock.at, 3) });
    clock.at = plusHours(clock.at, 4);

    expect(await again()).toBe("message.too_late");
  });

  it("is refused for what has been sent, and for what there is not", async () => {
    await useCases.messages.record([message(1)]);
    const { body } = await when("alliance").post(`/outbox/bm9uZQ/retry`);

    expect([await again("state=sent"), body.code]).toEqual(["message.sent_already", "message.not_waiting"]);
  });

  it("is refused for somebody who left", async () => {
    await lose();
    await useCases.members.change(memberIdOf(1), (one) => ({ to: { ...one, leftOn: "2020-01-01" }, at: clock.at }));

    expect(await again()).toBe("message.receiver_left");
  });
});

describe("the word of a channel", () => {
  const sent = (number: number, over: Over = {}) =>
    message(number, { sentAt: plusHours(Sample.RECRUITING, 1), ...over });
  const tell = async (state: string, over: Over = {}, who: Parameters<typeof when>[0] = "admin") => {
    const reference = `msg_${"1".padStart(26, "0")}.${memberIdOf(1)}`;
    const receipt = { reference, channel: "im", state, at: clock.at, ...over };
    const { status, body } = await when(who).post("/outbox/receipts", { receipts: [receipt] });
    return body.taken ?? status;
  };
  const stateNow = async () => (await first(`memberId=${memberIdOf(1)}`)).state;

  it("says that a message was delivered, and later that it was read; the same again changes nothing", async () => {
    await useCases.messages.record([sent(1)]);
    const before = await stateNow();
    const taken = [
      await tell("delivered"),
      await tell("delivered"),
      await stateNow(),
      await tell("read"),
      await stateNow(),
    ];

    expect(before).toBe("sent");
    expect(taken).toEqual([1, 0, "delivered", 1, "read"]);
    expect(await listed("alliance", "state=delivered")).toEqual([]);
  });

  it("that it did not reach the person sends it by the next channel that may", async () => {
    await useCases.messages.record([sent(1, { until: plusHours(clock.at, 24) })]);
    const taken = await tell("failed");
    const [row] = await useCases.outbox.due(clock.at, 10);

    expect(taken).toBe(1);
    expect(await first("state=waiting")).toMatchObject({ title: "第1条", tries: 2 });
    expect(row?.effect).toMatchObject({ kind: "message.resend", tries: 2 });
    expect(await tell("failed")).toBe(0);
  });

  it("that it did not reach the person once it helps nobody makes it a failed one", async () => {
    await useCases.messages.record([sent(1, { until: plusHours(clock.at, -1) })]);
    await tell("failed");

    expect(await first("state=failed")).toMatchObject({ title: "第1条", canRetry: false });
    expect(await useCases.outbox.due(clock.at, 10)).toEqual([]);
  });

  it("is not taken of a message that there is not, from another channel, or from who has no say", async () => {
    await useCases.messages.record([sent(1)]);

    expect(await tell("delivered", { reference: `msg_${"9".padStart(26, "0")}.${memberIdOf(1)}` })).toBe(0);
    expect(await tell("failed", { channel: "sms" })).toBe(0);
    expect(await tell("delivered", { reference: "msg_1" })).toBe(400);
    expect(await tell("delivered", {}, "alliance")).toBe(403);
    expect(await stateNow()).toBe("sent");
  });
});
