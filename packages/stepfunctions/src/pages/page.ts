import { html, raw } from "hono/html";
import { LANGUAGES, type Language, type Say } from "./messages.ts";
import { momentText, type Setting } from "./moment.ts";
import { STYLE } from "./style.ts";

/** Language, zone and instant of a request, with the messages in its language. */
export interface PageContext extends Setting {
  say: Say;
  /** How a state or a state machine is called in the reader's language; its own name where no other is given. */
  nameOf: (name: string) => string;
}

export type Markup = ReturnType<typeof html>;

const NAMES: Record<Language, string> = { "zh-CN": "中文", en: "English" };

/** A query string; undefined fields are omitted. */
export function queryOf(fields: Record<string, string | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) if (value) query.set(name, value);
  return `?${query}`;
}

/** @param at - seconds since the epoch */
export const moment = (context: PageContext, at: number) =>
  html`<time datetime="${new Date(at * 1000).toISOString()}">${momentText(context, at)}</time>`;

function languages(context: PageContext, query: Record<string, string | undefined>) {
  const links = LANGUAGES.map((one) =>
    one === context.language
      ? html`<b lang="${one}" aria-current="true">${NAMES[one]}</b>`
      : html`<a lang="${one}" hreflang="${one}" href="${queryOf({ ...query, lang: one })}">${NAMES[one]}</a>`,
  );
  return html`<nav aria-label="${context.say("language")}">${links}</nav>`;
}

/** A whole page, without a script, for any width. */
export function page(context: PageContext, title: string, { query = {}, body }: Page) {
  return html`<!doctype html>
<html lang="${context.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="format-detection" content="telephone=no"><title>${title}</title><style>${raw(STYLE)}</style></head>
<body><main>
<header><h1>${title}</h1>${languages(context, query)}</header>
${body}
</main></body>
</html>`;
}

interface Page {
  /** The query to keep when the language is switched. */
  query?: Record<string, string | undefined>;
  body: Markup;
}

export type Problem = "missing" | "invalid" | "elsewhere" | "internal";

/** The page for an error: what happened, what to do, and a code. */
export function problemPage(context: PageContext, problem: Problem, code: string) {
  const { say } = context;
  const all = html`<p><a class="back" href="/executions${queryOf({ lang: context.language })}">${say("all")}</a></p>`;
  const body = html`<div class="card" role="alert"><p>${say(`problem.${problem}.body`)}</p><p class="quiet">${say("code", { code })}</p></div>${all}`;
  return page(context, say(`problem.${problem}`), { body });
}
