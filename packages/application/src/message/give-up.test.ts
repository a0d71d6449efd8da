import type { Refusal } from "@yigong/core/lib/error.ts";
import { Message } from "@yigong/core/message/index.ts";
import { dynamoMessages, type Messages } from "@yigong/core/message/message.store.ts";
import type { Effect, EffectOf } from "@yigong/core/outbox/outbox.ts";
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

let cause = 0;
beforeEach(() => {
  cause += 1;
});

const DUE = "2026-09-01T00:00:00.000Z";
const STARTS = "2026-09-12T01:00:00.000Z";
const after = (hours: number) => new Date(Date.parse(DUE) + hours * 3_600_000).toISOString();

const member = (name: string, more: Partial<Recipient> = {}): Recipient => ({
  id: `mem_${`${cause}${name}`.toLowerCase().padStart(26, "0")}` as Recipient["id"],
  employeeNumber: name,
  ...more,
});
const duty = () =>
  Message.tell({
    template: "recruit.duty",
    params: { title: "净滩行", startsAt: STARTS, place: "海陵", recruitUntilAt: "2026-09-09T10:00:00.000Z" },
    to: { kind: "activity", activityId: "act_1", who: "dutyList" },
    cause: `duty-${cause}`,
    dueAt: DUE,
  });

/** A channel that does with a message what a test says. */
function channel(fault: (parcel: Parcel) => Refusal | undefined = () => undefined): Channel & { sent: string[] } {
  const sent: string[] = [];
  return {
    sent,
    send: async (parcel) => {
      const refusal = fault(parcel);
      if (refusal) throw refusal;
      sent.push(parcel.to);
    },
  };
}
const down = () => unavailable("im", "answered 503");

/** The house: people in pages of `page`, the responsible, and what was put into the outbox. */
function house(people: readonly Recipient[], channels: Sending["channels"], { at = DUE, page = 100 } = {}) {
  const added: Effect[] = [];
  const clock = { at };
  const holders: Record<string, Recipient[]> = {
    alliance: [member("LEAD"), member("BOTH")],
    administrator: [member("BOTH"), member("ADMIN")],
  };
  const find: FindPeople = {
    byIds: async (ids) => people.filter(({ id }) => ids.includes(id)),
    byActivity: async (_, cursor = "0") => {
      const next = Number(cursor) + page;
      return { members: people.slice(Number(cursor), next), cursor: next < people.length ? String(next) : undefined };
    },
    byRole: async ({ role }) => ({ members: holders[role] ?? [] }),
  };
  const deps: Sending = {
    messages,
    channels,
    find,
    outbox: { add: async (effects) => void added.push(...effects) },
    zone: "Asia/Shanghai",
    origin: () => "https://yigong.example",
    now: () => clock.at,
  };
  const responsible = [...new Set(Object.values(holders).flat())].map(({ id }) => id);
  const ids = [...new Set(responsible)];
  return { deps, added, clock, ids, told: () => added.filter((effect) => effect.kind === "message.send") };
}

const outcomeOf = (sending: ReturnType<typeof sendMessage>) =>
  sending.then(
    ({ state }) => state,
    (error) => error.code as string,
  );
const deliveryTo = async ({ id }: Recipient) => (await messages.list(id, { limit: 9 })).items;

/** How a message to one person ends: hours after it was due, tries before, what the channel says; and what comes of it. */
const ENDINGS: [what: string, hours: number, attempts: number, fault: () => Refusal, state: string, alarm?: string][] =
  [
    ["is down for a minute", 0, 4, down, "message.undelivered"],
    ["is down for 27 hours", 27, 110, down, "message.undelivered"],
    ["is down for a week, while it still helps", 168, 700, down, "message.undelivered"],
    ["is down until it helps nobody", 24 * 11 + 2, 1100, down, "done", "alarm.tooLate"],
    ["refuses for good", 0, 0, () => rejected("sms", "answered 404"), "done", "alarm.undelivered"],
    ["refuses for good after an outage", 27, 110, () => rejected("im", "answered 403"), "done", "alarm.undelivered"],
  ];

describe.each(ENDINGS)("a duty notice whose channel %s", (_, hours, attempts, fault, state, template) => {
  it("is kept while it helps, and its end is told to the alliance and the administrators", async () => {
    const { deps, told, ids } = house([member("E1")], { im: channel(fault) }, { at: after(hours) });
    const outcome = await outcomeOf(sendMessage(duty(), { cursor: undefined, attempts }, deps));

    expect(outcome).toBe(state);
    expect(told().map((one) => one.template)).toEqual(template === undefined ? [] : [template]);
    if (template !== undefined) expect(told()[0]?.to).toEqual({ kind: "members", memberIds: ids });
  });
});

it("a duty notice is sent after an outage of 27 hours, and nobody is told that it was not", async () => {
  let isDown = true;
  const im = channel(() => (isDown ? down() : undefined));
  const { deps, added, clock } = house([member("E1"), member("E2")], { im });
  const effect = duty();
  for (let attempts = 0; attempts < 112; attempts += 1) {
    clock.at = after((27 * attempts) / 112);
    expect(await outcomeOf(sendMessage(effect, { cursor: undefined, attempts }, deps))).toBe("message.undelivered");
  }
  isDown = false;
  clock.at = after(27);

  expect(await outcomeOf(sendMessage(effect, { cursor: undefined, attempts: 112 }, deps))).toBe("done");
  expect([im.sent.sort(), added]).toEqual([["E1", "E2"], []]);
});

describe("an alarm", () => {
  it("says what was not received, by how many and by whom, in each reader's language", async () => {
    const people = Array.from({ length: 7 }, (_, at) => member(`E${at}`));
    const { deps, told } = house(people, { im: channel(() => rejected("im", "answered 403")) });
    await sendMessage(duty(), { cursor: undefined, attempts: 0 }, deps);
    const [alarm] = told();
    const read = (language: "zh-CN" | "en") =>
      Message.render(language, alarm?.template ?? "", alarm?.params ?? {}, { zone: "Asia/Shanghai", asOf: DUE });

    expect(read("zh-CN").subject).toBe("有人没有收到：请参加「净滩行」");
    expect(read("zh-CN").body).toMatch(/有 7 人没有收到（工号 E0 E1 E2 E3 E4）/);
    expect(read("zh-CN").body).not.toMatch(/[a-z]/);
    expect(read("en").subject).toBe("Not received: You are asked to attend “净滩行”");
    expect(read("en").body).not.toMatch(/[没收到请]/);
  });

  it("is one for all pages of a message and for its repeats", async () => {
    const people = Array.from({ length: 6 }, (_, at) => member(`E${at}`));
    const { deps, told } = house(people, { im: channel(() => rejected("im", "answered 403")) }, { page: 2 });
    const effect = duty();
    for (const cursor of [undefined, "2", "4"]) await sendMessage(effect, { cursor, attempts: 0 }, deps);
    const alarms = new Set(told().map((alarm) => Message.idFor(alarm, "mem_1")));

    expect([told().length, alarms.size]).toEqual([3, 1]);
  });

  it("that is not received is told to nobody, so that nothing goes in circles", async () => {
    const refusing = channel(() => rejected("im", "answered 403"));
    const first = house([member("E1")], { im: refusing });
    await sendMessage(duty(), { cursor: undefined, attempts: 0 }, first.deps);
    const [alarm] = first.told();
    const second = house([member("LEAD"), member("BOTH"), member("ADMIN")], { im: refusing });
    await sendMessage(alarm as EffectOf<"message.send">, { cursor: undefined, attempts: 0 }, second.deps);

    expect(second.added).toEqual([]);
    expect(await deliveryTo(member("LEAD"))).toMatchObject([{ template: "alarm.undelivered", delivery: "failed" }]);
  });

  it("is not raised for who has no address: that would come with each message", async () => {
    const { deps, added } = house([member("E1")], {});
    await sendMessage(duty(), { cursor: undefined, attempts: 0 }, deps);

    expect(added).toEqual([]);
  });
});

describe("one channel that is down", () => {
  it("does not hold up the next page; those who wait for it are told once it is back, as the same message", async () => {
    let isDown = true;
    const [im, sms] = [
      channel(({ to }) => (to === "E1" ? rejected("im", "has no E1") : undefined)),
      channel(() => (isDown ? down() : undefined)),
    ];
    const people = [member("E1", { mobile: "138" }), member("E2"), member("E3")];
    const { deps, told } = house(people, { im, sms }, { page: 2 });
    const effect = duty();
    const handled = await sendMessage(effect, { cursor: undefined, attempts: 5 }, deps);
    const [rest] = told() as EffectOf<"message.send">[];
    isDown = false;
    if (rest) await sendMessage(rest, { cursor: undefined, attempts: 0 }, deps);

    expect(handled).toEqual({ state: "more", cursor: "2" });
    expect([im.sent, sms.sent]).toEqual([["E2"], ["138"]]);
    expect(await deliveryTo(member("E1"))).toMatchObject([{ delivery: "delivered", channel: "sms", cause: effect.id }]);
  });
});

describe("a page", () => {
  it("asks a channel that is down no more than twenty times, and lets everybody see the message", async () => {
    let asked = 0;
    const im = channel(() => {
      asked += 1;
      return down();
    });
    const people = Array.from({ length: 100 }, (_, at) => member(`E${at}`));
    const { deps } = house(people, { im });

    expect(await outcomeOf(sendMessage(duty(), { cursor: undefined, attempts: 0 }, deps))).toBe("message.undelivered");
    expect(asked).toBeLessThan(20);
    expect(await deliveryTo(member("E99"))).toMatchObject([{ delivery: "queued" }]);
  });

  it("begins nothing more when its time is over, and goes on where it was", async () => {
    let begun = 0;
    const im = channel(() => {
      begun += 1;
      return undefined;
    });
    const people = Array.from({ length: 60 }, (_, at) => member(`E${at}`));
    const { deps } = house(people, { im });
    const effect = duty();
    const isOver = () => begun >= 20;
    const first = await sendMessage(effect, { cursor: undefined, attempts: 0, isOver }, deps);
    const sent = im.sent.length;
    const second = await sendMessage(effect, { cursor: undefined, attempts: 0 }, deps);

    expect(first).toEqual({ state: "later", dueAt: DUE });
    expect(sent).toBeLessThan(31);
    expect([second, im.sent.length]).toEqual([{ state: "done" }, 60]);
  });

  it("that is cut off leaves who was not told yet to the next start, and asks no second channel", async () => {
    const stop = new AbortController();
    const im: Channel = {
      send: async (_, signal) => {
        stop.abort();
        throw signal?.aborted ? unavailable("im", "cannot be reached") : new Error("no signal");
      },
    };
    const sms = channel();
    const { deps, added } = house([member("E1", { mobile: "138" })], { im, sms });
    const attempt = { cursor: undefined, attempts: 5, signal: stop.signal };

    expect(await outcomeOf(sendMessage(duty(), attempt, deps))).toBe("channel.unavailable");
    expect([sms.sent, added, await deliveryTo(member("E1"))]).toEqual([[], [], []]);
  });
});
