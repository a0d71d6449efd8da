import type { Button, ClosedCard, OpenCard } from "@yigong/application/ports/cards.ts";
import { rejected, unavailable } from "@yigong/application/ports/channel-fault.ts";
import { cardRefusal } from "@yigong/core/card/card.refusals.ts";
import { clip } from "@yigong/core/message/template.ts";
import { type Fetch, numberIn, type Answer as Told, textIn } from "../sign-in/ask-provider.ts";
import { TOKEN_OVER, WECOM_BASES, type WeComSettings, wecomToken } from "../sign-in/wecom.ts";
import { askApp, tokenOf } from "./ask-app.ts";
import type { Answer, Callback, CardProvider, Opened, Shown } from "./card-provider.ts";
import { requireFresh } from "./card-provider.ts";
import { requireSame } from "./same-text.ts";
import { wecomDecrypted, wecomEncrypted, wecomSignature } from "./wecom-crypto.ts";
import { elementsOf, envelopeOf, xmlOf } from "./wecom-xml.ts";

export interface WeComCardSettings extends WeComSettings {
  callbackToken: string;
  /** EncodingAESKey, 43 characters. */
  callbackKey: string;
}

/** Characters that a card shows; the page has all of it. @source developer.work.weixin.qq.com/document/path/90236 */
const LONGEST = { title: 26, text: 160, button: 10 };
/** Too often, or WeCom itself is busy. */
const LATER = [-1, 45009, 45033];

const nameOf = (button: Button, style: 1 | 2) => ({
  text: clip(button.label, LONGEST.button),
  style,
  ...("url" in button ? { type: 1, url: button.url } : { type: 0, key: button.pass }),
});

/** @source developer.work.weixin.qq.com/document/path/90236 (button_interaction) */
const openForm = ({ reference, title, body, open, yes, no }: OpenCard) => ({
  card_type: "button_interaction",
  main_title: { title: clip(title, LONGEST.title) },
  sub_title_text: clip(body, LONGEST.text),
  card_action: { type: 1, url: open.url },
  button_list: [nameOf(yes, 1), nameOf(no, 2)],
  task_id: reference,
});

/** `replace_text` stands for all buttons, grey. @source developer.work.weixin.qq.com/document/path/94888 */
const closedForm = ({ title, body, open, outcome, done }: ClosedCard) => ({
  card_type: "button_interaction",
  main_title: { title: clip(title, LONGEST.title), desc: clip(outcome, 30) },
  sub_title_text: clip(body, LONGEST.text),
  card_action: { type: 1, url: open.url },
  button_list: [{ text: done, style: 1, key: "done" }],
  replace_text: done,
});

/** The same as XML, for the answer to a click. @source developer.work.weixin.qq.com/document/path/90241 */
const closedXml = (card: ClosedCard): string => {
  const { main_title, sub_title_text, card_action, replace_text } = closedForm(card);
  return xmlOf([
    ["CardType", "button_interaction"],
    [
      "MainTitle",
      [
        ["Title", main_title.title],
        ["Desc", main_title.desc],
      ],
    ],
    ["SubTitleText", sub_title_text],
    [
      "CardAction",
      [
        ["Type", card_action.type],
        ["Url", card_action.url],
      ],
    ],
    [
      "ButtonList",
      [
        ["Text", replace_text],
        ["Style", 1],
        ["Key", "done"],
      ],
    ],
    ["ReplaceText", replace_text],
  ]);
};

export interface WeComCardDeps {
  fetch: Fetch;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Random bytes. */
  random: (bytes: number) => Buffer;
  bases?: Pick<typeof WECOM_BASES, "api">;
}

/** Cards of an app of WeCom 企业微信: `button_interaction`, whose clicks are events of the app. */
export function wecomCards(settings: WeComCardSettings, deps: WeComCardDeps): CardProvider {
  const { corpId, agentId, callbackToken, callbackKey } = settings;
  const { fetch, random, bases = WECOM_BASES } = deps;
  const token = wecomToken(settings, { ...deps, bases });
  const keys = { encodingKey: callbackKey, corpId };

  async function ask(path: string, json: object, signal?: AbortSignal): Promise<Told> {
    const held = await tokenOf("wecom", token);
    const url = `${bases.api}${path}?access_token=${encodeURIComponent(held)}`;
    const answer = await askApp(fetch, { app: "wecom", url, method: "POST", json, signal });
    const errcode = numberIn(answer, "errcode");
    if (TOKEN_OVER.includes(errcode)) token.drop(held);
    if (TOKEN_OVER.includes(errcode) || LATER.includes(errcode)) throw unavailable("wecom", `answered ${errcode}`);
    if (errcode !== 0) throw rejected("wecom", `answered ${errcode}`, errcode);
    return answer;
  }

  const sealed = (xml: string, { timestamp, nonce }: { timestamp: string; nonce: string }): Answer => {
    const encrypted = wecomEncrypted(xml, keys, random(16));
    const signature = wecomSignature(callbackToken, timestamp, nonce, encrypted);
    const sealedXml = xmlOf([
      ["Encrypt", encrypted],
      ["MsgSignature", signature],
      ["TimeStamp", Number(timestamp)],
      ["Nonce", nonce],
    ]);
    return { type: "application/xml", text: `<xml>${sealedXml}</xml>` };
  };

  const replyTo =
    (account: string, about: { timestamp: string; nonce: string }) =>
    (shown: Shown): Answer => {
      const common = xmlOf([
        ["ToUserName", account],
        ["FromUserName", corpId],
        ["CreateTime", Number(about.timestamp)],
        ["MsgType", "card" in shown ? "update_template_card" : "text"],
      ]);
      const told =
        "card" in shown ? `<TemplateCard>${closedXml(shown.card)}</TemplateCard>` : xmlOf([["Content", shown.note]]);
      return sealed(`<xml>${common}${told}</xml>`, about);
    };

  return {
    provider: "wecom",
    async send(card, signal) {
      const message = { touser: card.account, msgtype: "template_card", agentid: Number(agentId) };
      const answer = await ask("/cgi-bin/message/send", { ...message, template_card: openForm(card) }, signal);
      const lost = textIn(answer, "invaliduser") ?? textIn(answer, "unlicenseduser");
      if (lost) throw rejected("wecom", "does not know the account, or does not show it the app");
      return textIn(answer, "response_code");
    },
    async turn(card, signal) {
      if (card.handle === undefined) return;
      const whose = { userids: [card.account], agentid: Number(agentId), response_code: card.handle };
      await ask("/cgi-bin/message/update_template_card", { ...whose, template_card: closedForm(card) }, signal);
    },
    open({ method, query, body }: Callback, now): Opened {
      const [timestamp, nonce] = [query.get("timestamp") ?? "", query.get("nonce") ?? ""];
      const outer = method === "GET" ? new Map() : envelopeOf(body.toString());
      const encrypted = method === "GET" ? (query.get("echostr") ?? "") : (outer.get("Encrypt") ?? "");
      requireSame(query.get("msg_signature") ?? undefined, wecomSignature(callbackToken, timestamp, nonce, encrypted));
      requireFresh(/^\d{1,12}$/.test(timestamp) ? Number(timestamp) * 1000 : Number.NaN, now);
      const text = wecomDecrypted(encrypted, keys);
      if (method === "GET") return { kind: "answered", answer: { type: "text/plain", text } };
      requireSame(outer.get("ToUserName"), corpId);
      requireSame(outer.get("AgentID") || agentId, agentId);
      const event = elementsOf(text);
      if (event.get("Event") !== "template_card_event") return { kind: "answered", answer: NOTHING };
      const account = event.get("FromUserName");
      const [reference, pass] = [event.get("TaskId"), event.get("EventKey")];
      if (!account || !reference || !pass) throw cardRefusal("card.not_authentic");
      const identified = { provider: "wecom", tenant: corpId, subject: account.toLowerCase(), account } as const;
      const show = replyTo(account, { timestamp, nonce });
      return { kind: "click", nonce: `${timestamp} ${nonce}`, identified, reference, pass, show };
    },
  };
}

/** WeCom takes an empty answer for "taken, nothing to say". */
const NOTHING: Answer = { type: "text/plain", text: "" };
