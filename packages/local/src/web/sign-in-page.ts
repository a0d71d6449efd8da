import { LANGUAGES, type Language } from "@yigong/core/language/catalogue.ts";
import { BASE_STYLE } from "@yigong/stepfunctions/pages";
import { html, raw } from "hono/html";
import { wordsIn } from "./words.ts";

export interface SignInView {
  language: Language;
  /** Path to go to once signed in. */
  to: string;
  isRefused?: boolean;
}

const NAMES: Record<Language, string> = { "zh-CN": "中文", en: "English" };

function languages({ language, to }: SignInView) {
  const links = LANGUAGES.map((one) => {
    const query = new URLSearchParams({ to, lang: one });
    return one === language
      ? html`<b lang="${one}" aria-current="true">${NAMES[one]}</b>`
      : html`<a lang="${one}" hreflang="${one}" href="/sign-in?${query}">${NAMES[one]}</a>`;
  });
  return html`<nav aria-label="${wordsIn(language)("languages")}">${links}</nav>`;
}

/** Asks for a token, without scripts. */
export function signInPage(view: SignInView) {
  const say = wordsIn(view.language);
  const refused = view.isRefused ? html`<p class="card" role="alert">${say("signIn.refused")}</p>` : "";
  return html`<!doctype html>
<html lang="${view.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${say("signIn.title")}</title><style>${raw(BASE_STYLE)}</style></head>
<body><main>
<header><h1>${say("signIn.title")}</h1>${languages(view)}</header>
<p class="quiet">${say("signIn.intro")}</p>
${refused}
<form method="post" action="/sign-in?${new URLSearchParams({ lang: view.language })}">
<input type="hidden" name="to" value="${view.to}">
<label class="wide">${say("signIn.token")}<input name="token" type="password" required maxlength="4000" autocomplete="off"></label>
<button>${say("signIn.button")}</button>
</form>
<p class="quiet">${say("signIn.hint")}</p>
</main></body>
</html>`;
}
