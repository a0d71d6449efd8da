import { dynamoChannelStates } from "@yigong/core/message/channel-state.store.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { rejected, unavailable } from "../ports/channel-fault.ts";
import { watched } from "./watch-channels.ts";

let test: TestTable;
beforeAll(async () => {
  test = await testTable();
});
afterAll(() => test.stop());

let told: Effect[];
let clock: string;
let fault: Error | undefined;
let send: (at: string) => Promise<void>;
beforeEach(async () => {
  await test.clear();
  told = [];
  fault = undefined;
  const sms = { send: () => (fault ? Promise.reject(fault) : Promise.resolve()) };
  const channels = watched(
    { sms },
    {
      channelStates: dynamoChannelStates(test.table),
      outbox: { add: async (effects) => void told.push(...effects) },
      now: () => clock,
      report: (_, error) => {
        throw error;
      },
    },
  );
  send = async (at) => {
    clock = `2026-09-03T${at}:00.000Z`;
    await channels.sms?.send({ key: at, to: "1", subject: "s", body: "b" }).catch(() => undefined);
  };
});
const down = unavailable("sms", "is away");
const alarms = () =>
  told.map((effect) => [effect.kind === "message.send" && effect.template, "avoid" in effect && effect.avoid]);

describe("a channel that is down", () => {
  it("is told of once after a quarter of an hour, by the other channels, and when it is back", async () => {
    await send("01:00");
    fault = down;
    for (const at of ["01:10", "01:11", "01:24"]) await send(at);
    const before = alarms();
    for (const at of ["01:25", "01:40", "02:40"]) await send(at);
    const during = alarms();
    fault = undefined;
    for (const at of ["02:41", "02:42"]) await send(at);

    expect(before).toEqual([]);
    expect(during).toEqual([
      ["alarm.channelDown", "sms"],
      ["alarm.channelDown", "sms"],
    ]);
    expect(alarms().slice(2)).toEqual([
      ["alarm.channelUp", false],
      ["alarm.channelUp", false],
    ]);
  });

  it("is told of again when it fails another time, with an alarm of its own", async () => {
    for (const [at, is] of [
      ["01:00", down],
      ["01:20", down],
      ["01:21", undefined],
      ["03:00", down],
      ["03:20", down],
    ] as const) {
      fault = is;
      await send(at);
    }

    expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
    expect(alarms().map(([template]) => template)).toEqual([
      "alarm.channelDown",
      "alarm.channelDown",
      "alarm.channelUp",
      "alarm.channelUp",
      "alarm.channelDown",
      "alarm.channelDown",
    ]);
  });

  it("is not told of when it works in between, or refuses single addresses", async () => {
    for (const [at, is] of [
      ["01:00", down],
      ["01:10", undefined],
      ["01:20", down],
      ["01:30", rejected("sms", "no such number")],
      ["01:50", rejected("sms", "no such number")],
    ] as const) {
      fault = is;
      await send(at);
    }

    expect(alarms()).toEqual([]);
  });
});
