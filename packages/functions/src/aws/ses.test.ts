import { simpleParser } from "mailparser";
import { afterEach, expect, it } from "vitest";
import { serviceAt, signerOf } from "./aws.fixture.ts";
import { sesChannel } from "./ses.ts";

const FROM = "义工联盟 <yigong@example.com>";
const PARCEL = {
  key: "msg_1:mem_2",
  to: "wang@example.com",
  subject: "招募：周六上午的社区服务，请在星期五之前回复是否参加，谢谢大家",
  body: "王芳：\n\n请在周五前回复。\n.\n联盟",
};

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

/** SES on loopback that answers what is said, and our channel to it. */
async function sesAt(...answers: Parameters<typeof serviceAt> extends [unknown, ...infer Rest] ? Rest : never) {
  const ses = await serviceAt("SESV2", ...answers);
  open.push(ses);
  const mailIn = (body = ses.asked[0]?.body) => {
    const { Content } = JSON.parse(String(body)) as { Content: { Raw: { Data: string } } };
    return simpleParser(Buffer.from(Content.Raw.Data, "base64"));
  };
  return { ...ses, send: (parcel = PARCEL) => sesChannel(ses.client, FROM).send(parcel), mailIn };
}

it("hands SES a whole mail that reads as it was written", async () => {
  const { send, asked, mailIn } = await sesAt({ status: 200, body: '{"MessageId":"1"}' });
  await send();
  const mail = await mailIn();

  expect(asked[0]).toMatchObject({ method: "POST", url: "/v2/email/outbound-emails" });
  expect(signerOf(asked[0])).toBe("ASIAEXAMPLE eu-central-1 ses with token");
  expect([mail.subject, mail.text?.trim()]).toEqual([PARCEL.subject, PARCEL.body]);
  expect([mail.from?.text, (mail.to as { text: string }).text]).toEqual([`"义工联盟" <yigong@example.com>`, PARCEL.to]);
});

it("is one message to mail programs, however often the same parcel is sent", async () => {
  const { send, asked, mailIn } = await sesAt({ status: 200 });
  await send();
  await send();
  await send({ ...PARCEL, key: "msg_1:mem_3" });
  const ids = await Promise.all(asked.map(async ({ body }) => (await mailIn(body)).messageId));

  expect(ids[0]).toMatch(/^<[0-9a-f]{40}@example\.com>$/);
  expect([ids[1] === ids[0], ids[2] === ids[0]]).toEqual([true, false]);
});

it.each(["", "a@example.com, spy@example.com", "a@example.com\r\nBcc: spy@example.com", "<a@example.com>", "小明"])(
  "goes to nobody at %j",
  async (to) => {
    const { send, asked } = await sesAt({ status: 200 });

    await expect(send({ ...PARCEL, to })).rejects.toMatchObject({ code: "channel.rejected" });
    expect(asked).toEqual([]);
  },
);

it("goes to nobody else, whatever stands in a subject", async () => {
  const { send, asked, mailIn } = await sesAt({ status: 200 });
  await send({ ...PARCEL, subject: "请假\r\nBcc: spy@example.com" });
  const { Destination } = JSON.parse(String(asked[0]?.body)) as { Destination: object };

  expect(Destination).toEqual({ ToAddresses: [PARCEL.to] });
  expect((await mailIn()).headers.has("bcc")).toBe(false);
});

it.each([
  ["a bad address", 400, "BadRequestException", "{}", "channel.rejected"],
  ["a text it will not take", 400, "MessageRejected", "{}", "channel.rejected"],
  [
    "a sender that is not verified",
    400,
    "MessageRejected",
    '{"message":"Email address is not verified."}',
    "channel.unavailable",
  ],
  ["its limit", 429, "TooManyRequestsException", "{}", "channel.unavailable"],
  ["its daily limit", 400, "LimitExceededException", "{}", "channel.unavailable"],
  ["a paused account", 400, "SendingPausedException", "{}", "channel.unavailable"],
  ["a right that we lack", 403, "AccessDeniedException", "{}", "channel.unavailable"],
  ["a fault of its own", 500, "InternalFailure", "{}", "channel.unavailable"],
])("says of %s whether it may work later", async (_, status, type, body, code) => {
  const { send, asked } = await sesAt({ status, headers: { "x-amzn-errortype": `${type}:http://internal/` }, body });

  await expect(send()).rejects.toMatchObject({ code });
  expect(asked).toHaveLength(1);
});

it("sends once when the answer is lost: a second copy is the outbox's to decide", async () => {
  const { send, asked } = await sesAt("hang up");

  await expect(send()).rejects.toMatchObject({ code: "channel.unavailable" });
  expect(asked).toHaveLength(1);
});
