import { type AnswerDeps, answerCard } from "@yigong/application/card/answer-card.ts";
import { closedCard } from "@yigong/application/card/show-card.ts";
import { cardRefusal } from "@yigong/core/card/card.refusals.ts";
import * as Card from "@yigong/core/card/card.ts";
import type { Language } from "@yigong/core/language/catalogue.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import { sayIn } from "@yigong/core/lib/refusals.ts";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { edgeRefusal } from "../lib/edge.refusals.ts";
import type { Reader } from "../lib/reader.ts";
import { knownFor, showValue } from "../lib/show-value.ts";
import type { Answer, Callback, CardProvider, Opened } from "./card-provider.ts";

/** No app sends more about a click. */
const MOST_BYTES = 64 * 1024;

export interface CallbackDeps {
  answer: AnswerDeps;
  apps: readonly CardProvider[];
  /** What refusals are told with. */
  reader: Reader;
}

type Click = Extract<Opened, { kind: "click" }>;

async function callbackOf(c: Context): Promise<Callback> {
  return {
    method: c.req.method === "GET" ? "GET" : "POST",
    query: new URL(c.req.url).searchParams,
    header: (name) => c.req.header(name),
    body: Buffer.from(await c.req.arrayBuffer()),
  };
}

/** In the language of the card, as far as it is one of ours. */
async function noteOf({ answer, reader }: CallbackDeps, reference: string, refusal: Refusal): Promise<string> {
  const id = Card.idIn(reference);
  const language: Language = (id && (await answer.cards.find(id))?.language) || "zh-CN";
  const show = showValue(language, await knownFor(refusal.said, reader));
  return refusal.said ? sayIn(language, refusal.said, show) : refusal.message;
}

/** Answers a click once. What is refused is told to whoever clicked: the app has done its part. @throws `card.replayed` */
async function take(deps: CallbackDeps, provider: string, { nonce, show, ...click }: Click): Promise<Answer> {
  const { answer } = deps;
  const at = answer.now();
  if (!(await answer.cards.useOnce(provider, nonce, at))) throw cardRefusal("card.replayed");
  const { identified, reference, pass } = click;
  try {
    return show({ card: await closedCard(answer, await answerCard(answer, { identified, reference, pass, at })) });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return show({ note: await noteOf(deps, reference, error) });
  }
}

/**
 * Where office apps tell of clicks on cards: `/callback/wecom`, `/callback/dingtalk`, `/callback/feishu`.
 *
 * They are open to everybody, so nothing is read from the store before a signature fits.
 */
export const cardCallbacks = (deps: CallbackDeps) =>
  new Hono()
    .use(
      "/callback/*",
      bodyLimit({
        maxSize: MOST_BYTES,
        onError: () => {
          throw edgeRefusal("input.too_large", { bytes: MOST_BYTES });
        },
      }),
    )
    .on(["GET", "POST"], "/callback/:provider", async (c) => {
      const app = deps.apps.find(({ provider }) => provider === c.req.param("provider"));
      if (!app) throw cardRefusal("card.not_set_up");
      const opened = app.open(await callbackOf(c), Date.parse(deps.answer.now()));
      const { type, text } = opened.kind === "click" ? await take(deps, app.provider, opened) : opened.answer;
      return c.body(text, 200, { "content-type": `${type}; charset=utf-8`, "cache-control": "no-store" });
    });
