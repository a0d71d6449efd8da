import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onError } from "@yigong/functions/api/problem.ts";
import { Hono } from "hono";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Inbox, openInbox } from "./inbox.ts";
import { inboxRoutes } from "./inbox-routes.ts";

const now = () => "2026-09-12T10:00:00.000Z";
let dataDir: string;
let inbox: Inbox;
let app: Hono;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "yigong-inbox-"));
  inbox = openInbox({ dataDir, now });
  app = new Hono().onError(onError(() => {})).route("/", inboxRoutes({ inbox, zone: () => "Asia/Shanghai", now }));
});
afterEach(() => {
  inbox.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const page = async (path: string, headers = {}) => (await app.request(path, { headers })).text();
const send = (at: number, body = "内容") =>
  inbox.channels.sms.send({ key: `msg_${at}`, to: `1380000000${at}`, subject: `第${at}条`, body });

describe("the inbox page", () => {
  it("shows by which channel what went to whom, and when in the alliance's zone", async () => {
    await send(1);
    const shown = await page("/inbox");

    expect(shown).toContain('<html lang="zh-CN">');
    expect(shown).toContain('短信</span><span class="to">发给13800000001');
    expect(shown).toContain("9月12日 周六 18:00</time>");
  });

  it("speaks English to who asks for it, by address or by browser", async () => {
    await inbox.channels.board.post({ key: "ann_1", title: "招募公告", paragraphs: ["说明"] });

    expect(await page("/inbox?lang=en")).toContain("To everybody");
    expect(await page("/inbox", { "accept-language": "en-GB" })).toContain("<h1>Messages sent</h1>");
  });

  it("shows typed text as text, and only web addresses as links", async () => {
    await send(1, '<script>alert(1)</script> javascript:alert(1) 见 https://y.example/s/a?b=1&c="2，谢谢');
    const shown = await page("/inbox");

    expect(shown).not.toContain("<script>");
    expect(shown).not.toContain('href="javascript');
    expect(shown).toContain('<a href="https://y.example/s/a?b=1&amp;c=&quot;2" rel="noreferrer">');
    expect(shown).toContain("</a>，谢谢");
  });

  it("filters, and keeps the filter while one goes through older pages", async () => {
    for (const at of [1, 2, 3]) await send(at);
    await inbox.channels.im.send({ key: "msg_9", to: "E9", subject: "别的", body: "内容" });
    const shown = await page("/inbox?channel=sms&recipient=138&limit=2&lang=zh-CN");

    expect(shown).toContain("第3条");
    expect(shown).not.toContain("第1条");
    expect(shown).not.toContain("别的");
    expect(shown).toContain('href="?lang=zh-CN&amp;channel=sms&amp;recipient=138&amp;before=2"');
    expect(shown).toContain('<option value="sms" selected>');
  });

  it("says what to expect while it is empty, and how to see all when a filter finds nothing", async () => {
    expect(await page("/inbox")).toContain("还没有消息");
    expect(await page("/inbox?recipient=nobody")).toContain("看全部");
  });

  it("loads nothing, runs nothing and passes nothing on", async () => {
    const { headers } = await app.request("/inbox");

    expect(headers.get("content-security-policy")).toContain("default-src 'none'; style-src 'sha256-");
    expect([headers.get("cache-control"), headers.get("referrer-policy")]).toEqual(["no-store", "no-referrer"]);
  });
});

describe("the inbox as JSON", () => {
  it("hands over the same items page by page", async () => {
    for (const at of [1, 2]) await send(at);
    const first = await (await app.request("/inbox.json?limit=1&channel=sms")).json();
    const second = await (await app.request(`/inbox.json?limit=1&before=${first.before}`)).json();

    expect(first.items).toEqual([
      { id: 2, channel: "sms", key: "msg_2", recipient: "13800000002", subject: "第2条", body: "内容", at: now() },
    ]);
    expect([second.items[0].key, second.before]).toEqual(["msg_1", undefined]);
  });

  it.each(["channel=fax", "before=x", "limit=0", "limit=201"])("refuses %s", async (query) => {
    const answer = await app.request(`/inbox.json?${query}`);

    expect([answer.status, (await answer.json()).code]).toEqual([400, "input.invalid"]);
  });
});
