import type { Language } from "@yigong/core/language/catalogue.ts";
import { text } from "@yigong/core/language/index.ts";
import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { STYLE } from "./certificate-style.ts";

/** What every page knows: its language, whose certificates these are, and what was asked, to ask it in the other language. */
export interface Frame {
  language: Language;
  alliance: string;
  query: Readonly<Record<string, string>>;
}

const NAMES: Record<Language, string> = { "zh-CN": "中文", en: "English" };

const Switch = ({ language, query }: Frame) => (
  <nav aria-label={text(language, "certificate.page.languages")}>
    {(["zh-CN", "en"] as const).map((one) =>
      one === language ? (
        <b lang={one} aria-current="true">
          {NAMES[one]}
        </b>
      ) : (
        <a lang={one} hreflang={one} href={`?${new URLSearchParams({ ...query, lang: one })}`}>
          {NAMES[one]}
        </a>
      ),
    )}
  </nav>
);

/** The document around each page. */
export const Shell = ({ frame, title, children }: { frame: Frame; title: string; children: Child }) => (
  <html lang={frame.language}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <meta name="robots" content="noindex,nofollow" />
      <meta name="format-detection" content="telephone=no" />
      <title>{title}</title>
      <style>{raw(STYLE)}</style>
    </head>
    <body>
      <header>
        <p>{frame.alliance}</p>
        <Switch {...frame} />
      </header>
      <main>{children}</main>
    </body>
  </html>
);
