import {
  CARD_ENV,
  feishuSealed,
  feishuSigned,
  type OfficeApp,
  pressed,
  type Sent,
  wecomSealed,
  wecomSigned,
} from "@yigong/testing/card-offices.ts";
import { describe, expect, it } from "vitest";
import type { Callback, Opened } from "./card-provider.ts";
import { cardsFromEnv } from "./cards-from-settings.ts";
import { feishuDecrypted } from "./feishu-crypto.ts";
import { wecomCards } from "./wecom.ts";

const AT = "2026-09-01T01:00:00.000Z";
const NOW = Date.parse(AT);
const fetch = async () => Response.json({});
const deps = { fetch, now: () => NOW, origin: () => "https://yigong.example" };
const { apps } = cardsFromEnv(CARD_ENV, deps);
const OFFICES = ["wecom", "dingtalk", "feishu"] as const;

const card = { account: "ZhangSan", reference: "crd_00000000000000000000000001-1" };
const PASS = "0123456789abcdef0123456789abcdef";

const callbackOf = ({ path, method, headers, body }: Sent): Callback => ({
  method,
  query: new URL(path, "https://yigong.example").searchParams,
  header: (name) => headers[name],
  body: Buffer.from(body),
});
const open = (app: OfficeApp, sent: Sent, now = NOW): Opened => {
  const provider = apps.find((one) => one.provider === app);
  if (!provider) throw new Error(`${app} is not set up.`);
  return provider.open(callbackOf(sent), now);
};
const press = (app: OfficeApp) => pressed(app, { card, says: PASS, at: AT, nonce: "nonce-1" });
const codeOf = (run: () => unknown): string => {
  try {
    run();
    return "taken";
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};
/** What decides: who pressed which button of which card. */
const saidBy = (opened: Opened) =>
  opened.kind === "click" ? [opened.identified.subject, opened.reference, opened.pass] : [];

/** The same with one byte changed, at each place in turn. */
const tampered = (text: string): string[] =>
  [...text].map((letter, at) => `${text.slice(0, at)}${letter === "A" ? "B" : "A"}${text.slice(at + 1)}`);

describe.each(OFFICES)("a click in %s", (app) => {
  it("says who pressed which button of which card", () => {
    const subject = app === "wecom" ? "zhangsan" : "ZhangSan";

    expect(open(app, press(app))).toMatchObject({
      kind: "click",
      identified: { provider: app, subject },
      reference: card.reference,
      pass: PASS,
    });
  });

  it("is taken within five minutes of its time, and refused beyond, before and after", () => {
    const late = (ms: number) => codeOf(() => open(app, press(app), NOW + ms));

    expect([late(299_000), late(-299_000), late(301_000), late(-301_000)]).toEqual([
      "taken",
      "taken",
      "card.stale",
      "card.stale",
    ]);
  });

  it("is refused when any byte of its signature, its time or what is signed beside it was changed", () => {
    const { path, headers, ...rest } = press(app);
    const query = new URL(path, "https://yigong.example").searchParams;
    const signs = /signature|timestamp|nonce/;
    const byQuery = [...query].flatMap(([name, value]) =>
      tampered(value).map((changed) => {
        const other = new URLSearchParams(query);
        other.set(name, changed);
        return { ...rest, headers, path: `/callback/${app}?${other}` };
      }),
    );
    const byHeader = Object.entries(headers)
      .filter(([name]) => signs.test(name))
      .flatMap(([name, value]) =>
        tampered(value).map((changed) => ({ ...rest, path, headers: { ...headers, [name]: changed } })),
      );
    const all = [...byQuery, ...byHeader];

    expect(all.length).toBeGreaterThan(40);
    expect(new Set(all.map((sent) => codeOf(() => open(app, sent))))).toEqual(new Set(["card.not_authentic"]));
  });

  it("is refused, or says nothing else, when any byte of its body was changed", () => {
    const sent = press(app);
    const right = saidBy(open(app, sent));
    const wrong = tampered(sent.body).flatMap((body) => {
      const changed = { ...sent, body };
      const code = codeOf(() => open(app, changed));
      if (code === "card.not_authentic") return [];
      const said = code === "taken" ? saidBy(open(app, changed)) : [code];
      // DingTalk signs no body: another person or pass is none that the card knows.
      const differs = said.filter((value, at) => value !== right[at]);
      return app === "dingtalk" ? (said.join() === right.join() || differs.length === 1 ? [] : [said]) : [said];
    });

    expect(wrong).toEqual([]);
  });

  it("is refused without a signature, with an empty one, and with a body that is no message", () => {
    const sent = press(app);
    const bare = { ...sent, path: `/callback/${app}`, headers: {} };

    expect(codeOf(() => open(app, bare))).toBe("card.not_authentic");
    for (const body of ["", "{}", "<xml></xml>", "[]", "null", "\u0000", "{", "<xml>"])
      expect(codeOf(() => open(app, { ...sent, body }))).toBe("card.not_authentic");
  });
});

describe("WeCom", () => {
  /** The example of its own documents: token, key and company are published there. @source developer.work.weixin.qq.com/document/path/90968 */
  const documented = wecomCards(
    {
      corpId: "wx5823bf96d3bd56c7",
      agentId: "218",
      secret: "s",
      callbackToken: "QDG6eK",
      callbackKey: "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
    },
    { fetch, now: () => NOW, random: (bytes) => Buffer.alloc(bytes) },
  );

  it("answers the check of its address with what is encrypted in it, as its documents have it", () => {
    const query = new URLSearchParams({
      msg_signature: "5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3",
      timestamp: "1409659589",
      nonce: "263014780",
      echostr: "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==",
    });
    const asked: Callback = { method: "GET", query, header: () => undefined, body: Buffer.alloc(0) };

    expect(documented.open(asked, 1_409_659_600_000)).toEqual({
      kind: "answered",
      answer: { type: "text/plain", text: "1616140317555161061" },
    });
    expect(codeOf(() => documented.open(asked, NOW))).toBe("card.stale");
  });

  const event = (xml: string, corpId?: string): Sent => {
    const encrypted = wecomSealed(xml, corpId);
    return {
      path: `/callback/wecom?${wecomSigned(encrypted, AT, "nonce-2")}`,
      method: "POST",
      headers: {},
      body: `<xml><ToUserName><![CDATA[wwcorp1]]></ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`,
    };
  };

  it("is refused what was encrypted for another company", () => {
    expect(codeOf(() => open("wecom", event("<xml></xml>", "wwother")))).toBe("card.not_authentic");
  });

  it("has nothing to say to events that are no click, such as a visit", () => {
    const visit = "<xml><FromUserName><![CDATA[ZhangSan]]></FromUserName><Event><![CDATA[enter_agent]]></Event></xml>";

    expect(open("wecom", event(visit))).toEqual({ kind: "answered", answer: { type: "text/plain", text: "" } });
  });
});

describe("Feishu", () => {
  it("decrypts as its documents have it", () => {
    expect(feishuDecrypted("P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=", "test key")).toBe("hello world");
    expect(codeOf(() => feishuDecrypted("P37w+VZImNgPEO1RBhJ6Rg==", "test key"))).toBe("card.not_authentic");
  });

  const check = (token: string): Sent => ({
    path: "/callback/feishu",
    method: "POST",
    headers: {},
    body: JSON.stringify({ encrypt: feishuSealed({ type: "url_verification", token, challenge: "c-1" }) }),
  });

  it("is answered the check of its address, which it does not sign, when it knows key and token", () => {
    expect(open("feishu", check("feishu-verification-token"))).toMatchObject({
      answer: { text: JSON.stringify({ challenge: "c-1" }) },
    });
    expect(codeOf(() => open("feishu", check("another")))).toBe("card.not_authentic");
    const plain = {
      ...check("x"),
      body: JSON.stringify({ type: "url_verification", token: "feishu-verification-token", challenge: "c-1" }),
    };
    expect(codeOf(() => open("feishu", plain))).toBe("card.not_authentic");
  });

  it("may write the time of a callback as its servers do", () => {
    const { body } = press("feishu");
    const written = (timestamp: string) =>
      codeOf(() =>
        open("feishu", { path: "/callback/feishu", method: "POST", headers: feishuSigned(body, timestamp, "n"), body }),
      );

    expect(written("2026-09-01 09:00:01.052290112 +0800 CST m=+3612.1")).toBe("taken");
    expect(written("2026-09-01 09:00:01 +0000")).toBe("card.stale");
    expect(written("soon")).toBe("card.not_authentic");
  });

  it("is refused what another app or company of it sends", () => {
    const header = (more: object) => ({
      header: {
        event_type: "card.action.trigger",
        token: CARD_ENV.YIGONG_FEISHU_VERIFICATION_TOKEN,
        app_id: CARD_ENV.YIGONG_FEISHU_APP_ID,
        tenant_key: CARD_ENV.YIGONG_FEISHU_TENANT_KEY,
        ...more,
      },
    });
    const sent = (more: object) => {
      const body = JSON.stringify({ encrypt: feishuSealed(header(more)) });
      const timestamp = String(NOW / 1000);
      return { path: "/callback/feishu", method: "POST", headers: feishuSigned(body, timestamp, "n"), body } as const;
    };

    for (const more of [{ token: "t" }, { app_id: "cli_2" }, { tenant_key: "tenant-2" }])
      expect(codeOf(() => open("feishu", sent(more)))).toBe("card.not_authentic");
    expect(codeOf(() => open("feishu", sent({})))).toBe("taken");
  });
});
