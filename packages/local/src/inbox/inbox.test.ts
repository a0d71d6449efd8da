import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Inbox, openInbox } from "./inbox.ts";

const now = () => "2026-09-01T00:00:00.000Z";
let dataDir: string;
let inbox: Inbox;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "yigong-inbox-"));
  inbox = openInbox({ dataDir, now, most: 5 });
});
afterEach(() => {
  inbox.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const parcel = (at: number, to = "E1") => ({ key: `msg_${at}`, to, subject: `第${at}条`, body: "内容" });
const keys = (asked: Partial<Parameters<Inbox["list"]>[0]> = {}) =>
  inbox.list({ limit: 10, ...asked }).items.map(({ key }) => key);

describe("the inbox", () => {
  it("keeps what each channel would have sent, newest first", async () => {
    await inbox.channels.sms.send(parcel(1, "13812345678"));
    await inbox.channels.board.post({ key: "ann_1", title: "招募公告", paragraphs: ["说明", "地点"] });

    expect(inbox.list({ limit: 10 }).items).toEqual([
      { id: 2, way: "board", key: "ann_1", recipient: "", subject: "招募公告", body: "说明\n\n地点", at: now() },
      { id: 1, way: "sms", key: "msg_1", recipient: "13812345678", subject: "第1条", body: "内容", at: now() },
    ]);
  });

  it("keeps a message once for its key, by whichever process it comes", async () => {
    const other = openInbox({ dataDir, now });
    await inbox.channels.im.send(parcel(1));
    await other.channels.im.send(parcel(1));
    await other.channels.mail.send(parcel(1));
    other.close();

    expect(inbox.list({ limit: 10 }).items.map(({ way }) => way)).toEqual(["mail", "im"]);
  });

  it("keeps the newest only", async () => {
    for (const at of [1, 2, 3, 4, 5, 6, 7]) await inbox.channels.im.send(parcel(at));

    expect(keys()).toEqual(["msg_7", "msg_6", "msg_5", "msg_4", "msg_3"]);
  });

  it("finds by channel and by a part of the recipient", async () => {
    await inbox.channels.im.send(parcel(1, "E0042"));
    await inbox.channels.mail.send(parcel(2, "Xiaoming@example.com"));
    await inbox.channels.mail.send(parcel(3, "100%_@example.com"));

    expect(keys({ way: "mail" })).toEqual(["msg_3", "msg_2"]);
    expect(keys({ recipient: "xiaoMING" })).toEqual(["msg_2"]);
    expect(keys({ recipient: "%" })).toEqual(["msg_3"]);
  });

  it("goes on page by page without a gap while more comes in", async () => {
    for (const at of [1, 2, 3]) await inbox.channels.im.send(parcel(at));
    const first = inbox.list({ limit: 2 });
    await inbox.channels.im.send(parcel(4));

    expect(first.items.map(({ key }) => key)).toEqual(["msg_3", "msg_2"]);
    expect(inbox.list({ limit: 2, before: first.before })).toMatchObject({ items: [{ key: "msg_1" }] });
    expect(inbox.list({ limit: 1, before: 2 }).before).toBeUndefined();
  });

  it("is still there when it is opened again", async () => {
    await inbox.channels.im.send(parcel(1));
    inbox.close();
    inbox = openInbox({ dataDir, now });

    expect(keys()).toEqual(["msg_1"]);
  });
});
