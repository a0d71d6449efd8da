import { LANGUAGES } from "@yigong/core/language/catalogue.ts";
import { Message } from "@yigong/core/message/index.ts";
import { dynamoMessages, type Messages } from "@yigong/core/message/message.store.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import { workdaysOf } from "@yigong/core/workcalendar/workcalendar.ts";
import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Parcel } from "../ports/channels.ts";
import { type RemindDeps, remindReader } from "./remind-reader.ts";
import { resendMessage } from "./resend-message.ts";

let test: TestTable;
let messages: Messages;
beforeAll(async () => {
  test = await testTable();
  messages = dynamoMessages(test.table);
});
afterAll(() => test.stop());

const memberId = `mem_${"1".padStart(26, "0")}`;
const messageId = `msg_${"1".padStart(26, "0")}`;
const NOW = "2026-09-03T06:00:00.000Z";
const leave = (more: object = {}) =>
  Message.Info.parse({
    id: messageId,
    memberId,
    cause: "message.send#leave.requested#1",
    template: "leave.requested",
    language: "zh-CN",
    subject: "请批陈文的请假",
    body: "全文",
    page: "/m/approvals/leave/act_1.mem_2",
    at: "2026-09-03T01:00:00.000Z",
    delivery: "delivered",
    channel: "im",
    kind: "ask",
    ...more,
  });

let told: Effect[];
let texts: Parcel[];
beforeEach(async () => {
  await test.clear();
  told = [];
  texts = [];
});
const sms = { send: async (parcel: Parcel) => void texts.push(parcel) };
const deps = (more: Partial<RemindDeps> = {}): RemindDeps => ({
  messages,
  channels: { sms },
  find: {
    byIds: async () => [{ id: memberId, employeeNumber: "E1", mobile: "13800000000" }] as never,
    byActivity: async () => ({ members: [] }),
    byRole: async () => ({ members: [] }),
  },
  outbox: { add: async (effects) => void told.push(...effects) },
  rules: async () => ({ isQuiet: true, languages: LANGUAGES, workdays: workdaysOf([]), texts: new Map() }),
  zone: "Asia/Shanghai",
  now: () => NOW,
  isStillAsked: async () => true,
  nameOf: async () => "陈书记",
  ...more,
});
const remind = (rung: number, more: Partial<RemindDeps> = {}) =>
  remindReader({ kind: "message.remind", id: "r", dueAt: NOW, memberId, messageId, rung }, { attempts: 0 }, deps(more));

it("reminds of a request that is not opened by SMS, and tells the alliance half a working day later", async () => {
  await messages.record([leave()]);
  await remind(1);
  const [next] = told;
  await remind(2);

  expect(texts.map(({ to, key }) => [to, key])).toEqual([["13800000000", `${messageId}#remind`]]);
  expect(next).toMatchObject({ kind: "message.remind", rung: 2, dueAt: "2026-09-03T10:00:00.000Z" });
  expect(told[1]).toMatchObject({
    template: "reminder.unanswered",
    to: { role: "alliance" },
    params: { name: "陈书记" },
  });
});

it.each([
  ["it was opened", { readAt: NOW }, {}],
  ["what it asks for was done by anybody", {}, { isStillAsked: async () => false }],
  ["it has not gone out yet", { delivery: "queued", code: "channel.unavailable", channel: undefined }, {}],
  ["quiet hours, and with them reminders, are off", {}, { rules: async () => undefined as never }],
])("reminds nobody once %s", async (_, over, more) => {
  const { channel, ...rest } = { ...leave(), ...over } as Record<string, unknown>;
  await messages.record([Message.Info.parse(channel === undefined ? rest : { ...rest, channel })]);
  await remind(1, more);

  expect([texts, told]).toEqual([[], []]);
});

it("tells the alliance at once where no SMS reaches, and nothing of what the alliance itself was asked", async () => {
  await messages.record([leave()]);
  await remind(1, { channels: {} });
  await messages.record([leave({ id: `msg_${"2".padStart(26, "0")}`, template: "proposal.submitted" })]);
  await remindReader(
    { kind: "message.remind", id: "r", dueAt: NOW, memberId, messageId: `msg_${"2".padStart(26, "0")}`, rung: 2 },
    { attempts: 0 },
    deps(),
  );

  expect(told.map((effect) => effect.kind === "message.send" && effect.template)).toEqual(["reminder.unanswered"]);
});

it("sends what a channel lost by the next one, under another key, and gives up when none is left", async () => {
  const lost = Message.bounced(leave(), { at: NOW, channel: "im" });
  if (lost === undefined) throw new Error("It bounces.");
  await messages.record([lost]);
  const im = { send: () => Promise.reject(new Error("It is passed over.")) };
  const resend = { kind: "message.resend", id: "r", dueAt: NOW, memberId, messageId, tries: 2 } as const;
  const isStillTrue = async () => true;
  await resendMessage(resend, { attempts: 0 }, { ...deps({ channels: { im, sms } }), isStillTrue });
  const arrived = await messages.find(memberId, messageId);
  const again = arrived && Message.bounced(arrived, { at: NOW, channel: "sms" });
  await messages.requeue(arrived ?? lost, again ?? lost, { at: NOW });
  await resendMessage({ ...resend, tries: 3 }, { attempts: 0 }, { ...deps({ channels: { im, sms } }), isStillTrue });

  expect(texts.map(({ key }) => key)).toEqual([`${messageId}#1`]);
  expect(arrived).toMatchObject({ delivery: "delivered", channel: "sms", passed: ["im"] });
  expect(await messages.find(memberId, messageId)).toMatchObject({ delivery: "failed", code: "channel.rejected" });
});
