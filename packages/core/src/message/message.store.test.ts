import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Message } from "./index.ts";
import { dynamoMessages, type Messages } from "./message.store.ts";
import type { Info } from "./message.ts";

let test: TestTable;
let messages: Messages;
beforeAll(async () => {
  test = await testTable();
  messages = dynamoMessages(test.table);
});
afterAll(() => test.stop());

const memberOf = (name: string) => `mem_${name.padEnd(26, "0")}`;

function message(name: string, cause: string, dueAt = "2026-09-01T00:00:00.000Z") {
  const memberId = memberOf(name);
  const told = { language: "zh-CN", subject: "请假已批准", body: "您的请假已批准。", at: dueAt } as const;
  const id = Message.idFor({ id: cause, dueAt }, memberId);
  const sent = { delivery: "delivered", channel: "im" } as const;
  return { id, memberId, cause, template: "leave.approved", activityId: "act_1", ...told, ...sent } satisfies Info;
}

describe("messages", () => {
  it("lists a person's messages, newest first, page by page", async () => {
    const told = ["01", "02", "03"].map((day) => message("list", `cause-${day}`, `2026-09-${day}T00:00:00.000Z`));
    await messages.record([...told, message("else", "cause")]);
    const first = await messages.list(memberOf("list"), { limit: 2 });
    const second = await messages.list(memberOf("list"), { limit: 2, cursor: first.cursor });

    expect([...first.items, ...second.items]).toEqual(told.toReversed());
    expect(second.cursor).toBeUndefined();
  });

  it("records a message once, for a write unit of its own and one in each index", async () => {
    const told = message("once", "cause");
    const before = test.meter.writeUnits;
    await messages.record([told]);
    await messages.record([{ ...told, body: "改了的话" }]);

    expect((await messages.list(memberOf("once"), { limit: 10 })).items).toEqual([told]);
    expect(test.meter.writeUnits - before).toBe(3);
  });

  it("replaces a message that still waited for a channel", async () => {
    const { channel: _, ...told } = message("queue", "cause");
    await messages.record([{ ...told, delivery: "queued", code: "channel.unavailable" }]);
    await messages.record([{ ...told, delivery: "delivered", channel: "sms" }]);
    await messages.record([{ ...told, delivery: "queued", code: "channel.unavailable" }]);

    expect((await messages.list(memberOf("queue"), { limit: 10 })).items).toMatchObject([
      { delivery: "delivered", channel: "sms" },
    ]);
  });

  it("finds those that are recorded among a page of people", async () => {
    const [told, untold] = [message("known", "cause"), message("unknown", "cause")];
    await messages.record([told]);

    expect(await messages.recorded([told, untold])).toEqual(new Map([[told.id, told]]));
  });

  it("keeps the first instant at which a message was read", async () => {
    const told = message("read", "cause");
    await messages.record([told]);
    await messages.markRead(told.memberId, told.id, "2026-09-02T00:00:00.000Z");

    expect(await messages.markRead(told.memberId, told.id, "2026-09-03T00:00:00.000Z")).toEqual({
      ...told,
      readAt: "2026-09-02T00:00:00.000Z",
    });
  });

  it("finds nobody's message but one's own", async () => {
    const told = message("mine", "cause");
    await messages.record([told]);

    await expect(messages.markRead(memberOf("other"), told.id, told.at)).rejects.toMatchObject({
      code: "message.missing",
    });
  });
});
