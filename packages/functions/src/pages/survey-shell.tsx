import type { Language } from "@yigong/core/language/catalogue.ts";
import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { STYLE } from "./survey-style.ts";
import { wordsOf } from "./survey-words.ts";

/** What every page knows: its language, who asks, and whom to call. */
export interface Frame {
  language: Language;
  alliance: string;
  phone: string;
}

const NAMES: Record<Language, string> = { "zh-CN": "中文", en: "English" };

const Switch = ({ language }: { language: Language }) => (
  <nav aria-label={wordsOf(language)("survey.page.languages")}>
    {(["zh-CN", "en"] as const).map((one) =>
      one === language ? (
        <b lang={one} aria-current="true">
          {NAMES[one]}
        </b>
      ) : (
        <a lang={one} hreflang={one} href={`?lang=${one}`}>
          {NAMES[one]}
        </a>
      ),
    )}
  </nav>
);

interface Content {
  frame: Frame;
  title: string;
  /** The answer to a form cannot be asked for again in another language. */
  onlyOnce?: boolean;
  children: Child;
}

/** The document around each page; its addresses are relative, so that no page holds its token. */
export const Shell = ({ frame, title, onlyOnce, children }: Content) => (
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
        {!onlyOnce && <Switch language={frame.language} />}
      </header>
      <main>{children}</main>
    </body>
  </html>
);

/** A page that says one thing and whom to call. */
export const Notice = ({ frame, about }: { frame: Frame; about: "thanks" | "gone" | "large" | "unavailable" }) => {
  const say = wordsOf(frame.language);
  const title = say(`survey.${about}.title`);
  const more = about === "large" ? "unavailable" : about;
  return (
    <Shell frame={frame} title={title} onlyOnce={about !== "gone"}>
      <div class="card" role={about === "thanks" ? "status" : undefined}>
        <h1>{title}</h1>
        <p>{say(`survey.${about}.body`)}</p>
        {frame.phone ? <p>{say(`survey.${more}.more`)}</p> : <p>{say("survey.phone.none")}</p>}
        {frame.phone && (
          <a class="call" href={`tel:${frame.phone.replaceAll(/[^+\d]/g, "")}`}>
            {frame.phone}
          </a>
        )}
      </div>
    </Shell>
  );
};
