import type { Language } from "@yigong/core/language/catalogue.ts";
import { BASE_STYLE } from "@yigong/stepfunctions/pages";
import { html, raw } from "hono/html";
import { wordsIn } from "./words.ts";

/** Says to somebody who is signed in why a page is not theirs. @param signIn - where to sign in as somebody else */
export function noRolePage(language: Language, signIn: string) {
  const say = wordsIn(language);
  return html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${say("noRole.title")}</title><style>${raw(BASE_STYLE)}</style></head>
<body><main>
<h1>${say("noRole.title")}</h1>
<p>${say("noRole.body")}</p>
<p><a href="${signIn}">${say("noRole.signIn")}</a> · <a href="/m">${say("noRole.home")}</a></p>
</main></body>
</html>`;
}
