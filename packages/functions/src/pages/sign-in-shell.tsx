import { createHash } from "node:crypto";
import type { Language } from "@yigong/core/language/catalogue.ts";
import type { Context } from "hono";
import { html, raw } from "hono/html";
import type { Child } from "hono/jsx";
import { languageOf } from "../lib/accept-language.ts";
import { STYLE as BASE, HEADERS as BASE_HEADERS } from "./certificate-style.ts";
import { saying } from "./sign-in-words.ts";

/** What pages for signing in add to the style of all pages: ways as large as buttons, a list of people. */
const STYLE = `${BASE}${`
.way{display:flex;align-items:center;justify-content:center;min-height:52px;margin:12px 0 0;padding:8px 16px;border:1px solid var(--line);border-radius:8px;background:var(--card);color:var(--link);font-size:17px;font-weight:600;text-decoration:none;text-align:center}
.way.first{background:var(--accent);border-color:var(--accent);color:var(--on)}
.trial{border-left:4px solid #8a5a00}
.people{list-style:none;margin:16px 0 0;padding:0}
.people li{margin:0 0 8px}
.person{margin:0;min-height:52px;padding:8px 16px;border:1px solid var(--line);background:var(--card);color:inherit;font-size:16px;font-weight:400;text-align:left}
.person b{font-weight:600}
.person span{display:block;color:var(--quiet);font-size:14px;line-height:20px}
.digits input{letter-spacing:.3em;font-size:22px}
`.replaceAll("\n", "")}`;

const hash = createHash("sha256").update(STYLE).digest("base64");

/**
 * Sent with every page for signing in. A form's own origin is told to us, which browsers leave out where no page may be
 * told at all; to others nothing is.
 */
export const HEADERS = {
  ...BASE_HEADERS,
  "Referrer-Policy": "same-origin",
  "Content-Security-Policy": `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
} as const;

export type Status = 200 | 400 | 403 | 404 | 409 | 422 | 429 | 500 | 503;

export interface Page {
  title: string;
  alliance: string;
  status?: Status;
  content: Child;
  /** Address of a script of ours that the page runs. */
  script?: string;
}

/** The language in which a page for signing in is asked for; `ui_locales` is how an OpenID Connect client says it. */
export const languageIn = (c: Context): Language =>
  languageOf(c.req.query("lang") ?? c.req.query("ui_locales"), c.req.header("accept-language"));

const NAMES: Record<Language, string> = { "zh-CN": "中文", en: "English" };

/** Asks for the same page in the other language; what a provider brought along is not repeated. */
const Switch = ({ c }: { c: Context }) => {
  const language = languageIn(c);
  const isBack = /\/callback$/.test(c.req.path);
  const path = isBack ? "/sign-in" : c.req.path;
  const query = isBack ? {} : c.req.query();
  return (
    <nav aria-label={saying(language)("languages")}>
      {(["zh-CN", "en"] as const).map((one) =>
        one === language ? (
          <b lang={one} aria-current="true">
            {NAMES[one]}
          </b>
        ) : (
          <a lang={one} hreflang={one} href={`${path}?${new URLSearchParams({ ...query, stay: "1", lang: one })}`}>
            {NAMES[one]}
          </a>
        ),
      )}
    </nav>
  );
};

/** Answers with a page: one column, in the reader's language, without scripts unless one is named. */
export function signInPage(c: Context, { title, alliance, status = 200, content, script }: Page) {
  const language = languageIn(c);
  for (const [name, value] of Object.entries(HEADERS)) c.header(name, value);
  if (script) c.header("Content-Security-Policy", `${HEADERS["Content-Security-Policy"]}; script-src 'self'`);
  c.header("Content-Language", language);
  return c.html(
    html`<!doctype html>${(
      <html lang={language}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width,initial-scale=1" />
          <meta name="robots" content="noindex,nofollow" />
          <meta name="format-detection" content="telephone=no" />
          <title>{title}</title>
          <style>{raw(STYLE)}</style>
          {script && <script src={script} defer />}
        </head>
        <body>
          <header>
            <p>{alliance}</p>
            <Switch c={c} />
          </header>
          <main>
            {content}
            <p class="foot" />
          </main>
        </body>
      </html>
    )}`,
    status,
  );
}
