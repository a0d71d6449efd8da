import { html, raw } from "hono/html";
import { LANGUAGES, type Language, type Say } from "./messages.ts";
import { momentText, type Setting } from "./moment.ts";
import { STYLE } from "./style.ts";

/** The setting of one request, with the messages in its language. */
export interface Reading extends Setting {
  say: Say;
}

export type Markup = ReturnType<typeof html>;

const NAMES: Record<Language, string> = { "zh-CN": "中文", en: "English" };

/** A query for this page's address; what is undefined is left out. */
export function queryOf(fields: Record<string, string | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) if (value) query.set(name, value);
  return `?${query}`;
}

/** @param at - seconds since the epoch */
export const moment = (reading: Reading, at: number) =>
  html`<time datetime="${new Date(at * 1000).toISOString()}">${momentText(reading, at)}</time>`;

function languages(reading: Reading, query: Record<string, string | undefined>) {
  const links = LANGUAGES.map((one) =>
    one === reading.language
      ? html`<b lang="${one}" aria-current="true">${NAMES[one]}</b>`
      : html`<a lang="${one}" hreflang="${one}" href="${queryOf({ ...query, lang: one })}">${NAMES[one]}</a>`,
  );
  return html`<nav aria-label="${reading.say("language")}">${links}</nav>`;
}

/** A whole page, without a script, for any width. */
export function page(reading: Reading, title: string, { query = {}, body }: Page) {
  return html`<!doctype html>
<html lang="${reading.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="format-detection" content="telephone=no"><title>${title}</title><style>${raw(STYLE)}</style></head>
<body><main>
<header><h1>${title}</h1>${languages(reading, query)}</header>
${body}
</main></body>
</html>`;
}

interface Page {
  /** What the address asks for, kept when the language is switched. */
  query?: Record<string, string | undefined>;
  body: Markup;
}

export type Problem = "missing" | "invalid" | "elsewhere" | "internal";

/** What happened, what to do, and a code. */
export function problemPage(reading: Reading, problem: Problem, code: string) {
  const { say } = reading;
  const all = html`<p><a class="back" href="/executions${queryOf({ lang: reading.language })}">${say("all")}</a></p>`;
  const body = html`<div class="card" role="alert"><p>${say(`problem.${problem}.body`)}</p><p class="quiet">${say("code", { code })}</p></div>${all}`;
  return page(reading, say(`problem.${problem}`), { body });
}
