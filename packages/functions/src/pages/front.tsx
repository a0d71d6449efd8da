import type { Language } from "@yigong/core/language/catalogue.ts";
import { type Key, text } from "@yigong/core/language/index.ts";
import type { Settings } from "@yigong/core/organization/organization.ts";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import type { Child } from "hono/jsx";
import { languageOf } from "../lib/accept-language.ts";
import { Shell } from "./certificate-shell.tsx";
import { HEADERS } from "./certificate-style.ts";

export interface FrontPagesDeps {
  settings: () => Promise<Pick<Settings, "name">>;
  /** Whether inbox and executions are there too, as on one machine. */
  oneMachine?: boolean;
}

/** The first page at `/`. */
export function frontPages(deps: FrontPagesDeps): Hono {
  const links = [...EVERYWHERE, ...(deps.oneMachine ? ONE_MACHINE : [])];
  return new Hono().get("/", (c) => page(deps, c, (language) => front(language, links)));
}

const EVERYWHERE = [
  ["/console", "organization.front.console"],
  ["/m", "organization.front.phone"],
  ["/sign-in", "organization.front.signIn"],
  ["/api/docs", "organization.front.docs"],
  ["/certificates", "organization.front.certificates"],
  ["/api/health", "organization.front.health"],
] as const satisfies [string, Key][];
const ONE_MACHINE = [
  ["/inbox", "organization.front.inbox"],
  ["/executions", "organization.front.executions"],
] as const satisfies [string, Key][];

const front = (
  language: Language,
  links: readonly (readonly [string, (typeof EVERYWHERE | typeof ONE_MACHINE)[number][1]])[],
) => (
  <>
    <h1>{text(language, "organization.front.title")}</h1>
    <p>{text(language, "organization.front.what")}</p>
    <div class="card">
      <h2>{text(language, "organization.front.where")}</h2>
      {links.map(([path, key]) => (
        <p>
          <a href={path}>{text(language, key)}</a> <span class="quiet">{path}</span>
        </p>
      ))}
    </div>
  </>
);

async function page({ settings }: FrontPagesDeps, c: Context, content: (language: Language) => Child) {
  const { lang, ...query } = c.req.query();
  const language = languageOf(lang, c.req.header("accept-language"));
  // These pages say where things are, also while the store is away.
  const alliance = await settings().then(
    ({ name }) => name,
    () => "",
  );
  for (const [name, value] of Object.entries(HEADERS)) c.header(name, value);
  c.header("Content-Language", language);
  return c.html(
    html`<!doctype html>${(
      <Shell frame={{ language, alliance, query }} title={text(language, "organization.front.title")}>
        {content(language)}
      </Shell>
    )}`,
  );
}
