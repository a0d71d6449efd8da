import { Message } from "@yigong/core/message/index.ts";
import { dynamoMessages } from "@yigong/core/message/message.store.ts";
import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routes } from "../lib/edge.ts";
import { messageRoutes } from "./message.ts";
import { onError } from "./problem.ts";

const at = "2026-09-02T00:00:00.000Z";
const me = `mem_${"1".repeat(26)}`;
const somebody = `mem_${"2".repeat(26)}`;

let test: TestTable;
beforeAll(async () => {
  test = await testTable();
  await dynamoMessages(test.table).record([told(me, "a"), told(me, "b"), told(somebody, "a")]);
});
afterAll(() => test.stop());

function told(memberId: string, cause: string) {
  const dueAt = "2026-09-01T00:00:00.000Z";
  const id = Message.idFor({ id: cause, dueAt }, memberId);
  const words = { language: "zh-CN", subject: "请假已批准", body: "您的请假已批准。", at: dueAt } as const;
  return { id, memberId, cause, template: "leave.approved", ...words, delivery: "failed", code: "x.y" } as const;
}

/** The routes as somebody sees them. */
function as(memberId: string) {
  const app = routes();
  app.use(async (c, next) => {
    c.set("actor", { memberId, grants: [] });
    await next();
  });
  app.route("/", messageRoutes({ messages: dynamoMessages(test.table), now: () => at }));
  app.onError(onError(() => {}));
  return app;
}

describe("my messages", () => {
  it("are mine alone, page by page, without what is none of a reader's business", async () => {
    const first = await (await as(me).request("/messages?limit=1")).json();
    const second = await (await as(me).request(`/messages?limit=1&cursor=${first.cursor}`)).json();
    const ids = [...first.items, ...second.items].map(({ id }: { id: string }) => id);

    expect(ids.sort()).toEqual([told(me, "a").id, told(me, "b").id].sort());
    expect(Object.keys(first.items[0]).sort()).toEqual(["at", "body", "id", "language", "subject", "template"]);
  });

  it("can be noted as read, by me alone", async () => {
    const path = `/messages/${told(me, "a").id}/read`;
    const mine = await as(me).request(path, { method: "POST" });
    const notMine = await as(somebody).request(path, { method: "POST" });

    expect([mine.status, (await mine.json()).readAt]).toEqual([200, at]);
    expect([notMine.status, (await notMine.json()).code]).toEqual([404, "message.missing"]);
  });

  it.each([
    ["GET", "/messages?limit=0", "input.invalid"],
    ["GET", "/messages?cursor=nonsense", "page.bad_cursor"],
    ["POST", "/messages/msg_1/read", "input.invalid"],
  ])("refuse %s %s", async (method, path, code) => {
    const answer = await as(me).request(path, { method });

    expect([answer.status, (await answer.json()).code]).toEqual([400, code]);
  });
});
