import type { Language } from "@yigong/core/language/catalogue.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import { Message } from "@yigong/core/message/index.ts";
import { dynamoMessages, type Messages } from "@yigong/core/message/message.store.ts";
import type { Audience } from "@yigong/core/outbox/outbox.ts";
import { workdaysOf } from "@yigong/core/workcalendar/workcalendar.ts";
import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { rejected, unavailable } from "../ports/channel-fault.ts";
import type { Channel, Parcel } from "../ports/channels.ts";
import type { FindPeople, Recipient } from "./resolve-audience.ts";
import { type Sending, sendMessage } from "./send-message.ts";

let test: TestTable;
let messages: Messages;
beforeAll(async () => {
  test = await testTable();
  messages = dynamoMessages(test.table);
});
afterAll(() => test.stop());

const memberId = (at: number) => `mem_${String(at).padStart(26, "0")}`;
const person = (at: number, more: Partial<Recipient> = {}): Recipient => ({
  id: memberId(at) as Recipient["id"],
  employeeNumber: `E${at}`,
  ...more,
});

/** A channel that keeps what it takes; `fault` says what it throws instead. */
function channel(fault: (parcel: Parcel) => Refusal | undefined = () => undefined): Channel & { sent: Parcel[] } {
  const sent: Parcel[] = [];
  return {
    sent,
    send: async (parcel) => {
      const refusal = fault(parcel);
      if (refusal) throw refusal;
      sent.push(parcel);
    },
  };
}

/** People in pages of 100, by their place in the list. */
const crowd = (people: readonly Recipient[]): FindPeople => {
  const page = async (_: Audience, cursor = "0") => {
    const next = Number(cursor) + 100;
    return { members: people.slice(Number(cursor), next), cursor: next < people.length ? String(next) : undefined };
  };
  return { byActivity: page, byRole: page, byIds: async (ids) => people.filter(({ id }) => ids.includes(id)) };
};

let cause = 0;
beforeEach(() => {
  cause += 1;
});
const telling = (to: Audience = { kind: "activity", activityId: "act_1", who: "dutyList" }) =>
  Message.tell({
    template: "leave.passedOn",
    params: { title: "净滩行", startsAt: "2026-09-12T01:00:00.000Z" },
    to,
    cause: `test-${cause}`,
    dueAt: "2026-09-01T00:00:00.000Z",
  });

/** Sends an effect page by page, as the outbox does, until it is done. */
async function sendAll(effect: ReturnType<typeof telling>, deps: Sending): Promise<number> {
  let pages = 0;
  for (let cursor: string | undefined; ; pages += 1) {
    const handled = await sendMessage(effect, { cursor, attempts: 0 }, deps);
    if (handled.state !== "more") return pages + 1;
    cursor = handled.cursor;
  }
}

const deps = (people: readonly Recipient[], channels: Sending["channels"]): Sending => ({
  messages,
  channels,
  find: crowd(people),
  outbox: { add: async () => {} },
  zone: "Asia/Shanghai",
  origin: () => "https://yigong.example",
  now: () => "2026-09-01T00:00:00.000Z",
});

const now = { cursor: undefined, attempts: 0 };
const newest = async (at: number) => (await messages.list(memberId(at), { limit: 1 })).items[0];

describe("sending", () => {
  it("reaches everybody of a large audience once, page by page, for three write units each", async () => {
    const im = channel();
    const people = Array.from({ length: 250 }, (_, at) => person(1000 + at));
    const before = test.meter.writeUnits;
    const pages = await sendAll(telling(), deps(people, { im }));

    expect(pages).toBe(3);
    expect(im.sent.map(({ to }) => to).sort()).toEqual(people.map(({ employeeNumber }) => employeeNumber).sort());
    expect(test.meter.writeUnits - before).toBe(3 * 250);
  });

  it("speaks the language that somebody chose if the alliance offers it, else its usual one", async () => {
    const languageOf = async (at: number, offered: readonly Language[]) => {
      const rules = async () => ({ isQuiet: false, languages: offered, workdays: workdaysOf([]), texts: new Map() });
      await sendAll(telling(), { ...deps([{ ...person(at), language: "en" }], { im: channel() }), rules });
      return (await newest(at))?.language;
    };

    expect(await languageOf(2001, ["zh-CN", "en"])).toBe("en");
    expect(await languageOf(2002, ["zh-CN"])).toBe("zh-CN");
  });

  it.each([
    ["an outcome", "leave.passedOn", undefined, 30],
    ["an outcome that somebody calls urgent", "leave.passedOn", true, undefined],
    ["a request", "leave.forAlliance", undefined, undefined],
  ] as const)("pauses between its turns or not: %s to many", async (_, template, urgent, pauseSeconds) => {
    const rules = async () => ({
      ...{ isQuiet: true, languages: ["zh-CN"] as const, workdays: workdaysOf([]), texts: new Map() },
    });
    const people = Array.from({ length: 150 }, (_, at) => person(7000 + at));
    const effect = { ...telling(), template, ...(urgent ? { as: "urgent" as const } : {}) };
    const params = { ...effect.params, name: "王敏" };
    const sending = { ...deps(people, { im: channel() }), rules, now: () => "2026-09-01T02:00:00.000Z" };
    const handled = await sendMessage({ ...effect, params } as never, now, sending);

    expect(handled).toEqual({ state: "more", cursor: "100", ...(pauseSeconds ? { pauseSeconds } : {}) });
  });

  it("run twice, sends once and records once", async () => {
    const im = channel();
    const effect = telling();
    await sendAll(effect, deps([person(1), person(2), person(1)], { im }));
    await sendAll(effect, deps([person(1), person(2)], { im }));

    expect(im.sent.map(({ to }) => to)).toEqual(["E1", "E2"]);
  });

  it("killed in the middle of a page, sends only what was not recorded, under the same keys", async () => {
    const effect = telling();
    const people = Array.from({ length: 30 }, (_, at) => person(2000 + at));
    const im = channel(({ to }) => (to === "E2015" ? new Refusal("conflict", "test.killed", "Killed.") : undefined));
    await sendMessage(effect, now, deps(people, { im })).catch(() => undefined);
    const again = channel();
    await sendMessage(effect, now, deps(people, { im: again }));

    expect(im.sent.length).toBeGreaterThan(0);
    expect([...im.sent, ...again.sent].map(({ to }) => to).sort()).toEqual(people.map((one) => one.employeeNumber));
    expect(again.sent.find(({ to }) => to === "E2015")?.key).toBe(Message.idFor(effect, memberId(2015)));
  });

  it("words each message in its reader's language and keeps it as it was told", async () => {
    const im = channel();
    await sendAll(telling(), deps([person(3), person(4, { language: "en" })], { im }));

    expect(await newest(3)).toMatchObject({ subject: "「净滩行」请假已转联盟", delivery: "delivered", channel: "im" });
    expect(await newest(4)).toMatchObject({ subject: "Your leave from “净滩行” is with the alliance", language: "en" });
    expect(im.sent.find(({ to }) => to === "E3")?.body).toContain("9月12日 周六 09:00");
  });

  it("tells each person what is theirs alone", async () => {
    const im = channel();
    const people = [person(20), person(21)];
    const effect = { ...telling(), template: "points.coverPosted" };
    const personal = async () => new Map(people.map(({ id }, at) => [id, { params: { points: `${at}.50` } }]));
    await sendMessage(effect, now, { ...deps(people, { im }), personal });

    expect((await newest(20))?.subject).toBe("代班计0.50分");
    expect((await newest(21))?.subject).toBe("代班计1.50分");
  });

  it("is worded by another template for a person to whom its sentence would say too much", async () => {
    const effect = { ...telling(), template: "points.posted" };
    const sums = { points: "1.25", attendancePoints: "1.00", workdayPoints: "0.25" };
    const personal = async () => new Map([[memberId(22), { params: sums, words: "points.postedUngraded" as const }]]);
    await sendMessage(effect, now, { ...deps([person(22)], { im: channel() }), personal });

    expect(await newest(22)).toMatchObject({
      template: "points.posted",
      body: "您在「净滩行」计1.25分：出勤1.00，工日0.25。明细见我的积分；如有不符，可在那里提出异议。查看：https://yigong.example/m/points",
    });
  });

  it("takes the first way that a person has: IM, else SMS, else mail", async () => {
    const [sms, mail] = [channel(), channel()];
    const people = [person(5, { mobile: "138", email: "a@b.c" }), person(6, { email: "d@e.f" }), person(7)];
    await sendAll(telling(), deps(people, { sms, mail }));

    expect([sms.sent.map(({ to }) => to), mail.sent.map(({ to }) => to)]).toEqual([["138"], ["d@e.f"]]);
    expect(await newest(7)).toMatchObject({ delivery: "failed", code: "message.no_address" });
  });

  it("takes the next way at once when one refuses for good", async () => {
    const [im, sms] = [channel(() => rejected("im", "knows nobody of that number")), channel()];
    await sendAll(telling(), deps([person(8, { mobile: "139" }), person(9)], { im, sms }));

    expect(await newest(8)).toMatchObject({ delivery: "delivered", channel: "sms" });
    expect(await newest(9)).toMatchObject({ delivery: "failed", code: "channel.rejected" });
  });

  it("waits for a channel that is down, shows the message meanwhile, and sends it once when it is back", async () => {
    let isDown = true;
    const im = channel(() => (isDown ? unavailable("im", "answered 503") : undefined));
    const sms = channel();
    const effect = telling();
    const to = deps([person(10, { mobile: "138" })], { im, sms });

    await expect(sendMessage(effect, now, to)).rejects.toMatchObject({
      kind: "unavailable",
      code: "message.undelivered",
    });
    expect(await newest(10)).toMatchObject({ delivery: "queued" });
    isDown = false;
    await sendMessage(effect, { cursor: undefined, attempts: 1 }, to);
    await sendMessage(effect, { cursor: undefined, attempts: 2 }, to);

    expect([im.sent.length, sms.sent.length]).toEqual([1, 0]);
    expect(await newest(10)).toMatchObject({ delivery: "delivered", channel: "im" });
  });

  it.each([
    [4, undefined],
    [5, "sms"],
  ])("after %i tries takes %s instead of a way that is down", async (attempts, name) => {
    const [im, sms] = [channel(() => unavailable("im", "answered 503")), channel()];
    await sendMessage(
      telling(),
      { cursor: undefined, attempts },
      deps([person(30 + attempts, { mobile: "138" })], { im, sms }),
    ).catch(() => undefined);
    const told = await newest(30 + attempts);

    expect(told?.delivery === "delivered" ? told.channel : undefined).toBe(name);
  });

  it("does not let one person who cannot be reached hold up the rest for long", async () => {
    const im = channel(({ to }) => (to === "E12" ? unavailable("im", "answered 500") : undefined));
    const handled = await sendMessage(
      telling(),
      { cursor: undefined, attempts: 5 },
      deps([person(12), person(13)], { im }),
    );

    expect(handled).toEqual({ state: "done" });
    expect(await newest(12)).toMatchObject({ delivery: "failed", code: "channel.unavailable" });
  });

  it("writes to nobody who has left by the day of the message", async () => {
    const im = channel();
    const [gone, leaving] = [person(15, { leftOn: "2026-09-01" }), person(16, { leftOn: "2026-09-02" })];
    await sendAll(telling(), deps([gone, leaving], { im }));

    expect(im.sent.map(({ to }) => to)).toEqual(["E16"]);
  });

  it("finds named people and people by role", async () => {
    const im = channel();
    const people = [person(17), person(18)];
    await sendAll(telling({ kind: "members", memberIds: [memberId(18)] }), deps(people, { im }));
    cause += 1;
    await sendAll(telling({ kind: "role", role: "alliance" }), deps([person(17)], { im }));

    expect(im.sent.map(({ to }) => to)).toEqual(["E18", "E17"]);
  });

  it("refuses an effect that it cannot word, before anybody is told", async () => {
    const im = channel();
    const effect = { ...telling(), template: "leave.unheardOf" };

    await expect(sendMessage(effect, now, deps([person(19)], { im }))).rejects.toMatchObject({
      code: "message.template_unknown",
    });
    expect(im.sent).toEqual([]);
  });
});
