import { createHash, createHmac } from "node:crypto";
import type { Button, ClosedCard, OpenCard } from "@yigong/application/ports/cards.ts";
import { rejected, unavailable } from "@yigong/application/ports/channel-fault.ts";
import { cardRefusal } from "@yigong/core/card/card.refusals.ts";
import * as z from "zod";
import type { Fetch, Answer as Told } from "../sign-in/ask-provider.ts";
import { textIn } from "../sign-in/ask-provider.ts";
import { DINGTALK_BASES, type DingTalkSettings, dingtalkToken } from "../sign-in/dingtalk.ts";
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
import { requireSame } from "./same-text.ts";

export interface DingTalkCardSettings extends DingTalkSettings {
  /** The id of the company's card template, whose variables are those of `variablesOf`. */
  template: string;
  /** What callbacks are signed with, of the company's choosing. */
  callbackSecret: string;
}

const labelOf = (button: Button): string => button.label;
const passOf = (button: Button): string => ("pass" in button ? button.pass : "");
const urlOf = (button: Button): string => ("url" in button ? button.url : "");

/** What an open card tells its template; all values are texts. */
const variablesOf = ({ title, body, open, yes, no }: OpenCard): Record<string, string> => ({
  title,
  body,
  open: open.label,
  url: open.url,
  asks: "true",
  yes: labelOf(yes),
  yesPass: passOf(yes),
  no: labelOf(no),
  noPass: passOf(no),
  noUrl: urlOf(no),
  outcome: "",
  note: "",
});

/** What ends a card: its buttons go, with their passes. */
const endOf = ({ outcome }: Pick<ClosedCard, "outcome">): Record<string, string> => ({
  asks: "false",
  yesPass: "",
  noPass: "",
  noUrl: "",
  outcome,
  note: "",
});

/** @source open.dingtalk.com/document/development/event-callback-card */
const Event = z.object({
  type: z.literal("actionCallback"),
  outTrackId: z.string(),
  corpId: z.string(),
  userId: z.string().min(1),
  content: z.string(),
});
const Content = z.object({ cardPrivateData: z.object({ params: z.object({ pass: z.string() }) }) });

/** @throws `card.not_authentic` */
function parsed<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> {
  const found = schema.safeParse(objectOf(text));
  if (!found.success) throw cardRefusal("card.not_authentic");
  return found.data;
}

export interface DingTalkCardDeps {
  fetch: Fetch;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Where people reach us, without a slash at the end. */
  origin: () => string;
  bases?: Pick<typeof DINGTALK_BASES, "api">;
}

/** By which address DingTalk knows where clicks go; another installation with the same app has another. */
const routeOf = (address: string): string =>
  `yigong-${createHash("sha256").update(address).digest("hex").slice(0, 16)}`;

/**
 * Cards of an app of DingTalk 钉钉, by HTTP callbacks, which a function can take.
 *
 * DingTalk signs the time of a callback and nothing else, so all that decides is checked by itself: the card and the
 * button by a pass that only this card has, the person as the one to whom it was sent, the company by the settings.
 * @source open.dingtalk.com/document/development/event-callback-card
 */
export function dingtalkCards(settings: DingTalkCardSettings, deps: DingTalkCardDeps): CardProvider {
  const { corpId, clientId, template, callbackSecret } = settings;
  const { fetch, origin, bases = DINGTALK_BASES } = deps;
  const token = dingtalkToken(settings, { ...deps, bases });

  async function ask(method: "POST" | "PUT", path: string, body: object, signal?: AbortSignal): Promise<Told> {
    const held = await tokenOf("dingtalk", token);
    const headers = { "x-acs-dingtalk-access-token": held };
    const answer = await askApp(fetch, {
      app: "dingtalk",
      url: `${bases.api}${path}`,
      method,
      headers,
      json: body,
      signal,
    });
    if (answer.success === true) return answer;
    const code = textIn(answer, "code") ?? "no success";
    if (/token|authenti/i.test(code)) token.drop(held);
    throw /token|authenti|throttl|frequen|system|unavailable/i.test(code)
      ? unavailable("dingtalk", `answered ${code}`)
      : rejected("dingtalk", `answered ${code}`);
  }

  let registered: Promise<string> | undefined;
  /** Tells DingTalk once where clicks go. */
  const route = (): Promise<string> => {
    const callbackUrl = `${origin()}/callback/dingtalk`;
    const callbackRouteKey = routeOf(callbackUrl);
    const told = { apiSecret: callbackSecret, callbackUrl, callbackRouteKey, forceUpdate: true };
    registered ??= ask("POST", "/v1.0/card/callbacks/register", told).then(
      () => callbackRouteKey,
      (error: unknown) => {
        registered = undefined;
        throw error;
      },
    );
    return registered;
  };

  return {
    provider: "dingtalk",
    async send(card, signal) {
      const callbackRouteKey = await route();
      const answer = await ask(
        "POST",
        "/v1.0/card/instances/createAndDeliver",
        {
          cardTemplateId: template,
          outTrackId: card.reference,
          callbackType: "HTTP",
          callbackRouteKey,
          cardData: { cardParamMap: variablesOf(card) },
          userIdType: 1,
          openSpaceId: `dtv1.card//IM_ROBOT.${card.account}`,
          imRobotOpenSpaceModel: { supportForward: false },
          imRobotOpenDeliverModel: { spaceType: "IM_ROBOT", robotCode: clientId },
        },
        signal,
      );
      const delivered = z.object({ result: z.object({ deliverResults: z.array(z.object({ success: z.boolean() })) }) });
      const results = delivered.safeParse(answer);
      if (results.success && results.data.result.deliverResults.some(({ success }) => !success))
        throw rejected("dingtalk", "did not deliver the card to the account");
      return undefined;
    },
    async turn(card, signal) {
      const cardData = { cardParamMap: endOf(card) };
      const cardUpdateOptions = { updateCardDataByKey: true };
      await ask("PUT", "/v1.0/card/instances", { outTrackId: card.reference, cardData, cardUpdateOptions }, signal);
    },
    open({ method, header, body }: Callback, now): Opened {
      if (method !== "POST") throw cardRefusal("card.not_authentic");
      const timestamp = header("x-ddpaas-signature-timestamp") ?? "";
      const right = createHmac("sha256", callbackSecret).update(timestamp).digest("base64");
      requireSame(header("x-ddpaas-signature"), right);
      requireFresh(/^\d{13}$/.test(timestamp) ? Number(timestamp) : Number.NaN, now);
      const event = parsed(Event, body.toString());
      requireSame(event.corpId, corpId);
      const { pass } = parsed(Content, event.content).cardPrivateData.params;
      const { outTrackId: reference, userId: subject } = event;
      const identified = { provider: "dingtalk", tenant: corpId, subject, account: subject } as const;
      // By what it says and not by its bytes: one that differs in what nobody reads is the same click.
      const nonce = [timestamp, reference, subject, pass].join(" ");
      return { kind: "click", nonce, identified, reference, pass, show: shownTo };
    },
  };
}

/** @source open.dingtalk.com/document/development/event-callback-card */
const shownTo = (shown: Shown) =>
  json(
    "card" in shown
      ? { cardData: { cardParamMap: endOf(shown.card) }, cardUpdateOptions: { updateCardDataByKey: true } }
      : {
          userPrivateData: { cardParamMap: { note: shown.note } },
          cardUpdateOptions: { updatePrivateDataByKey: true },
        },
  );
