import { LANGUAGES, type Language } from "@yigong/core/language/catalogue.ts";
import { instantText } from "@yigong/core/language/when.ts";
import { html, raw } from "hono/html";
import { type Asked, type Item, WAYS } from "./inbox.ts";
import { wordsOf } from "./messages.ts";
import { STYLE } from "./style.ts";

/** What the page shows, and where it stands. */
export interface View {
  language: Language;
  zone: string;
  /** The instant of reading, whose year is not written. */
  asOf: string;
  asked: Asked;
  items: readonly Item[];
  /** Where older items begin. */
  before?: number | undefined;
}

const NAMES: Record<Language, string> = { "zh-CN": "中文", en: "English" };

/** An address of this page with the same filter. */
function linkTo({ language, asked }: Pick<View, "language" | "asked">, before?: number): string {
  const query = new URLSearchParams({ lang: language });
  if (asked.way) query.set("channel", asked.way);
  if (asked.recipient) query.set("recipient", asked.recipient);
  if (before !== undefined) query.set("before", String(before));
  return `?${query}`;
}

/** Text in which addresses can be followed; every odd part is one. */
const withLinks = (text: string) =>
  text
    .split(/(https?:\/\/[^\s，。；、）」]+)/)
    .map((part, at) => (at % 2 === 1 ? html`<a href="${part}" rel="noreferrer">${part}</a>` : part));

function entry({ way, recipient, subject, body, at }: Item, { language, zone, asOf }: View) {
  const say = wordsOf(language);
  const to = say("to", { recipient: recipient || say("recipient.everybody") });
  return html`<li>
<p class="head"><span class="chip">${say(`way.${way}`)}</span><span class="to">${to}</span><time datetime="${at}">${instantText(language, at, { zone, asOf })}</time></p>
<h2>${subject}</h2>
<p class="body">${withLinks(body)}</p>
</li>`;
}

function filter({ language, asked }: View) {
  const say = wordsOf(language);
  const options = WAYS.map((way) => {
    return html`<option value="${way}" ${way === asked.way ? raw("selected") : ""}>${say(`way.${way}`)}</option>`;
  });
  return html`<form method="get" action="">
<input type="hidden" name="lang" value="${language}">
<label>${say("way")}<select name="channel"><option value="">${say("way.all")}</option>${options}</select></label>
<label class="wide">${say("recipient")}<input name="recipient" value="${asked.recipient ?? ""}" placeholder="${say("recipient.hint")}" maxlength="254" autocomplete="off"></label>
<button>${say("filter")}</button>
</form>`;
}

function empty({ language, asked }: View) {
  const say = wordsOf(language);
  const isFiltered = asked.way !== undefined || Boolean(asked.recipient) || asked.before !== undefined;
  const all = html`<p><a href="?lang=${language}">${say("clear")}</a></p>`;
  return isFiltered
    ? html`<div class="card"><p>${say("empty.filtered")}</p>${all}</div>`
    : html`<div class="card"><h2>${say("empty.title")}</h2><p class="quiet">${say("empty.body")}</p></div>`;
}

function languages(view: View) {
  const links = LANGUAGES.map((one) =>
    one === view.language
      ? html`<b lang="${one}" aria-current="true">${NAMES[one]}</b>`
      : html`<a lang="${one}" hreflang="${one}" href="${linkTo({ ...view, language: one }, view.asked.before)}">${NAMES[one]}</a>`,
  );
  return html`<nav aria-label="${wordsOf(view.language)("language")}">${links}</nav>`;
}

/** The inbox as a page: read-only, without a script, for any width. */
export function inboxPage(view: View) {
  const say = wordsOf(view.language);
  const newest = html`<a href="${linkTo(view)}">${say("newest")}</a>`;
  const older = html`<a href="${linkTo(view, view.before)}">${say("older")}</a>`;
  return html`<!doctype html>
<html lang="${view.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="format-detection" content="telephone=no"><title>${say("title")}</title><style>${raw(STYLE)}</style></head>
<body><main>
<header><h1>${say("title")}</h1>${languages(view)}</header>
<p class="quiet">${say("intro")}</p>
${filter(view)}
${view.items.length === 0 ? empty(view) : html`<ol>${view.items.map((item) => entry(item, view))}</ol>`}
<div class="pages"><span>${view.asked.before === undefined ? "" : newest}</span><span>${view.before === undefined ? "" : older}</span></div>
</main></body>
</html>`;
}
