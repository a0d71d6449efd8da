import type { Button, ClosedCard, OpenCard } from "@yigong/application/ports/cards.ts";
import { rejected, unavailable } from "@yigong/application/ports/channel-fault.ts";
import { cardRefusal } from "@yigong/core/card/card.refusals.ts";
import * as z from "zod";
import { type Fetch, numberIn, objectIn, type Answer as Told, textIn } from "../sign-in/ask-provider.ts";
import { FEISHU_BASES, type FeishuSettings, feishuToken } from "../sign-in/feishu.ts";
import { askApp, tokenOf } from "./ask-app.ts";
import {
  type Callback,
  type CardProvider,
  json,
  type Opened,
  objectOf,
  requireFresh,
  type Shown,
} from "./card-provider.ts";
import { feishuDecrypted, feishuSignature } from "./feishu-crypto.ts";
import { requireSame } from "./same-text.ts";

export interface FeishuCardSettings extends FeishuSettings {
  encryptKey: string;
  verificationToken: string;
}

const words = (content: string) => ({ tag: "plain_text", content });
const divided = (text: string) => ({ tag: "div", text: words(text) });

const buttonOf = (button: Button, type: "primary" | "default", reference: string) => ({
  tag: "button",
  text: words(button.label),
  type,
  ...("url" in button ? { url: button.url } : { value: { reference, pass: button.pass } }),
});

/** Whoever has the card sees it change; it is not passed on. @source open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards */
const framed = (title: string, template: "red" | "grey", elements: object[]) => ({
  config: { wide_screen_mode: true, update_multi: true, enable_forward: false },
  header: { title: words(title), template },
  elements,
});

const openForm = ({ title, body, reference, open, yes, no }: OpenCard) => {
  const actions = [buttonOf(yes, "primary", reference), buttonOf(no, "default", reference)];
  const link = { tag: "button", text: words(open.label), type: "default", url: open.url };
  return framed(title, "red", [divided(body), { tag: "action", actions: "url" in no ? actions : [...actions, link] }]);
};

const closedForm = ({ title, body, outcome }: ClosedCard) =>
  framed(title, "grey", [divided(body), { tag: "note", elements: [words(outcome)] }]);

const Challenge = z.object({ type: z.literal("url_verification"), token: z.string(), challenge: z.string() });
const Click = z.object({
  header: z.object({ event_type: z.string(), token: z.string(), app_id: z.string(), tenant_key: z.string() }),
  event: z.object({
    operator: z.object({ open_id: z.string().min(1), user_id: z.string().nullish() }),
    action: z.object({ value: z.object({ reference: z.string(), pass: z.string() }) }),
  }),
});
const Headed = Click.pick({ header: true });

/** Seconds, or on callbacks of cards the time as Go writes it. @returns milliseconds since 1970 */
function instantOf(timestamp: string): number {
  if (/^\d{1,12}$/.test(timestamp)) return Number(timestamp) * 1000;
  const [, day, time, zone] =
    /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.\d+)? ([+-]\d{4})(?: |$)/.exec(timestamp) ?? [];
  return zone === undefined ? Number.NaN : Date.parse(`${day}T${time}${zone.slice(0, 3)}:${zone.slice(3)}`);
}

export interface FeishuCardDeps {
  fetch: Fetch;
  /** Milliseconds since 1970. */
  now: () => number;
  bases?: Pick<typeof FEISHU_BASES, "api">;
}

/** Too often, or the app's token is over. */
const LATER = [11232, 230020, 99991400, 99991663, 99991661];

/** Cards of an app of Feishu 飞书, whose clicks are `card.action.trigger`. @source open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/card-callback-communication */
export function feishuCards(settings: FeishuCardSettings, deps: FeishuCardDeps): CardProvider {
  const { appId, tenantKey, encryptKey, verificationToken } = settings;
  const { fetch, bases = FEISHU_BASES } = deps;
  const token = feishuToken(settings, { ...deps, bases });

  async function ask(method: "POST" | "PATCH", path: string, body: object, signal?: AbortSignal): Promise<Told> {
    const held = await tokenOf("feishu", token);
    const url = `${bases.api}/open-apis/im/v1/messages${path}`;
    const headers = { authorization: `Bearer ${held}` };
    const answer = await askApp(fetch, { app: "feishu", url, method, headers, json: body, signal });
    const code = numberIn(answer, "code");
    if (LATER.includes(code)) token.drop(held);
    if (LATER.includes(code)) throw unavailable("feishu", `answered ${code}`);
    if (code !== 0) throw rejected("feishu", `answered ${code}`, code);
    return objectIn(answer, "data");
  }

  function requireSigned({ header, body }: Callback): string {
    const [timestamp, nonce] = [header("x-lark-request-timestamp") ?? "", header("x-lark-request-nonce") ?? ""];
    requireSame(header("x-lark-signature"), feishuSignature({ timestamp, nonce, encryptKey }, body));
    return timestamp;
  }

  return {
    provider: "feishu",
    async send(card, signal) {
      const kind = card.account.startsWith("ou_") ? "open_id" : "user_id";
      const message = { receive_id: card.account, msg_type: "interactive", content: JSON.stringify(openForm(card)) };
      // Within an hour the same uuid is the same message.
      const data = await ask("POST", `?receive_id_type=${kind}`, { ...message, uuid: card.key }, signal);
      return textIn(data, "message_id");
    },
    async turn(card, signal) {
      if (card.handle === undefined) return;
      const content = JSON.stringify(closedForm(card));
      await ask("PATCH", `/${encodeURIComponent(card.handle)}`, { content }, signal);
    },
    open(callback, now): Opened {
      const isSigned = callback.header("x-lark-signature") !== undefined;
      const timestamp = isSigned ? requireSigned(callback) : undefined;
      const { encrypt } = objectOf(callback.body.toString());
      if (typeof encrypt !== "string") throw cardRefusal("card.not_authentic");
      const said = objectOf(feishuDecrypted(encrypt, encryptKey));
      const challenge = Challenge.safeParse(said);
      if (challenge.success) {
        requireSame(challenge.data.token, verificationToken);
        return { kind: "answered", answer: json({ challenge: challenge.data.challenge }) };
      }
      if (timestamp === undefined) throw cardRefusal("card.not_authentic");
      requireFresh(instantOf(timestamp), now);
      const headed = Headed.safeParse(said);
      if (!headed.success) throw cardRefusal("card.not_authentic");
      const { event_type, token: sent, app_id, tenant_key: tenant } = headed.data.header;
      requireSame(sent, verificationToken);
      requireSame(app_id, appId);
      requireSame(tenant, tenantKey ?? tenant);
      if (event_type !== "card.action.trigger") return { kind: "answered", answer: json({}) };
      const click = Click.safeParse(said);
      if (!click.success) return { kind: "answered", answer: json({}) };
      const { operator, action } = click.data.event;
      const account = operator.user_id ?? undefined;
      const identified = {
        provider: "feishu",
        tenant,
        subject: operator.open_id,
        ...(account && { account }),
      } as const;
      const nonce = `${timestamp} ${callback.header("x-lark-request-nonce")}`;
      return { kind: "click", nonce, identified, ...action.value, show: shownTo };
    },
  };
}

const shownTo = (shown: Shown) =>
  json(
    "card" in shown
      ? { toast: { type: "info", content: shown.card.outcome }, card: { type: "raw", data: closedForm(shown.card) } }
      : { toast: { type: "warning", content: shown.note } },
  );
