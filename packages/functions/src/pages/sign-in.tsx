import type { Language } from "@yigong/core/language/catalogue.ts";
import { text } from "@yigong/core/language/index.ts";
import { correlation } from "@yigong/core/lib/correlation.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import { sayIn } from "@yigong/core/lib/refusals.ts";
import { type Context, Hono } from "hono";
import { patternOf } from "../api/observe-requests.ts";
import { DEFAULTS } from "../lib/default-settings.ts";
import { HTTP_STATUS } from "../lib/http-status.ts";
import { requireOwnOrigin } from "../lib/own-origin.ts";
import { showValue } from "../lib/show-value.ts";
import { nextPath } from "../sign-in/next-path.ts";
import { hostOf } from "../sign-in/user-agent.ts";
import { SCRIPT } from "./dingtalk/script.ts";
import { codePages } from "./sign-in-code.tsx";
import type { SignInPagesDeps } from "./sign-in-deps.ts";
import { type Outcome, signInFlow } from "./sign-in-flow.ts";
import { languageIn, type Status, signInPage } from "./sign-in-shell.tsx";
import { EmptyView, linkTo, NoticeView, type Offer, WaysView } from "./sign-in-views.tsx";
import { saying } from "./sign-in-words.ts";

const EVERYBODY = () => true;
/** Apps in whose browser their own way goes on at once: it asks nothing there. */
const AT_ONCE = ["wecom", "feishu", "dingtalk"];

/** What is carried from page to page. */
export const carried = (c: Context) => ({ next: c.req.query("next"), lang: c.req.query("lang") });

/** Every way on from a page, as it is open in this app. */
export function offersOn(c: Context, { signIn }: Pick<SignInPagesDeps, "signIn">, but?: string): Offer[] {
  const [say, query] = [saying(languageIn(c)), carried(c)];
  const inWeChat = hostOf(c.req.header("user-agent")) === "wechat";
  const isThere = (name: string) => name !== but && !(inWeChat && AT_ONCE.includes(name));
  const ways = signIn.ways
    .filter(({ name }) => isThere(name))
    .map(({ name }) => ({
      href: linkTo(`/sign-in/${name}`, query),
      label: name === "oidc" ? say("way.oidc", { name: signIn.oidcName ?? say("companySignIn") }) : say(`way.${name}`),
    }));
  const code = { href: linkTo("/sign-in/code", query), label: say("way.code") };
  const codes = signIn.codes && but !== "code" ? [code] : [];
  return inWeChat ? [...codes, ...ways] : [...ways, ...codes];
}

/**
 * The pages under `/sign-in`, without scripts: the ways that are set up, the way there and back through a provider, the
 * one-time code, and what to do when it does not work.
 *
 * @source docs/domain.md "Decision, whose account"
 */
export function signInPages(deps: SignInPagesDeps): Hono {
  const flow = signInFlow(deps);
  const { signIn } = deps;
  const alliance = async () => (await deps.settings.get()).name;
  const wayOf = (c: Context) => signIn.ways.find(({ name }) => name === c.req.param("way"));

  const list = async (c: Context) => {
    const elsewhere = ownName(c, deps.origin());
    if (elsewhere) return c.redirect(elsewhere, 302);
    const say = saying(languageIn(c));
    const host = hostOf(c.req.header("user-agent"));
    const atOnce = signIn.ways.find(({ name }) => name === host && AT_ONCE.includes(name));
    if (atOnce && c.req.query("stay") === undefined)
      return c.redirect(linkTo(`/sign-in/${atOnce.name}`, carried(c)), 302);
    const frame = { title: say("title"), alliance: await alliance() };
    const { items } = await deps.members.page(EVERYBODY, { limit: 1 });
    if (items.length === 0) {
      const action = signIn.trial && linkTo("/sign-in/example", carried(c));
      return signInPage(c, { ...frame, content: <EmptyView language={languageIn(c)} action={action} /> });
    }
    const offers = offersOn(c, deps);
    if (offers.length === 0)
      return signInPage(c, { ...frame, content: <NoticeView title={say("noWay")} body={say("noWayBody")} /> });
    const note = host === "wechat" && signIn.codes ? say("wechat") : undefined;
    const view = <WaysView language={languageIn(c)} offers={offers} note={note} isTrial={signIn.trial !== undefined} />;
    return signInPage(c, { ...frame, content: view });
  };

  const inside = async (c: Context) => {
    const [say, state] = [saying(languageIn(c)), c.req.query("state") ?? ""];
    const { corpId = "", clientId = "" } = signIn.ways.find(({ name }) => name === "dingtalk")?.inside ?? {};
    const back = `/sign-in/dingtalk/callback?${new URLSearchParams({ state, from: "app" })}`;
    const offers = [
      { href: linkTo("/sign-in/dingtalk", { ...carried(c), as: "browser" }), label: say("way.dingtalk") },
    ];
    const content = (
      <div id="dingtalk" data-corp={corpId} data-client={clientId} data-back={back}>
        <h1>{say("insideTitle")}</h1>
        <p>{say("insideBody")}</p>
        <a class="way first" href={offers[0]?.href}>
          {offers[0]?.label}
        </a>
      </div>
    );
    return signInPage(c, {
      title: say("insideTitle"),
      alliance: await alliance(),
      content,
      script: "/sign-in/dingtalk.js",
    });
  };

  const ended = async (c: Context, outcome: Outcome) => {
    if (outcome.kind === "in") return c.redirect(outcome.next, 303);
    if (outcome.kind === "unbound") return c.redirect(linkTo("/sign-in/bind", { lang: c.req.query("lang") }), 303);
    const say = saying(languageIn(c));
    const provider = text(languageIn(c), `identity.provider.${outcome.provider}`);
    const on = { href: outcome.next, label: say("goOn") };
    const offers = outcome.isIn ? [on] : offersOn(c, deps, outcome.provider);
    const content = <NoticeView title={say("askedTitle")} body={say("askedBody", { provider })} offers={offers} />;
    return signInPage(c, { title: say("askedTitle"), alliance: await alliance(), content });
  };

  const said = (c: Context, error: Error) => faultText(languageIn(c), error, DEFAULTS.zone);
  const pages = new Hono()
    .get("/sign-in", list)
    .post("/sign-in/example", async (c) => {
      requireOwnOrigin(c, deps.origin());
      const { items } = await deps.members.page(EVERYBODY, { limit: 1 });
      if (items.length === 0) await signIn.trial?.importExample();
      return c.redirect(linkTo("/sign-in", carried(c)), 303);
    })
    .get("/sign-in/dingtalk/inside", inside)
    .get("/sign-in/dingtalk.js", (c) => {
      c.header("Cache-Control", "public, max-age=3600");
      return c.body(SCRIPT, 200, { "content-type": "text/javascript; charset=utf-8" });
    })
    .route("/", codePages(deps, { flow, ended, alliance, said }))
    .get("/sign-in/:way", async (c) => {
      const way = wayOf(c);
      if (!way) return c.redirect(linkTo("/sign-in", { ...carried(c), stay: "1" }), 302);
      const host = c.req.query("as") === "browser" ? { host: "browser" as const } : {};
      const begun = flow.begin(c, way, { next: nextPath(c.req.query("next"), ""), ...host });
      c.header("Cache-Control", "no-store");
      c.header("Referrer-Policy", "no-referrer");
      return c.redirect(await way.begin(begun, languageIn(c)), 302);
    })
    .get("/sign-in/:way/callback", async (c) => {
      const way = wayOf(c);
      if (!way) return c.redirect("/sign-in?stay=1", 302);
      c.header("Cache-Control", "no-store");
      c.header("Referrer-Policy", "no-referrer");
      const { flow: begun, next } = await flow.resume(c, way);
      const callback = new URL(`${begun.redirectUri}${new URL(c.req.url).search}`);
      return ended(c, await flow.enterBy(c, await way.identify(callback, begun), next));
    });
  if (signIn.verifyFile) {
    const { name, text: said } = signIn.verifyFile;
    pages.get(`/${name}`, (c) => c.text(said));
  }
  return pages.onError((error, c) => faultPage(deps, c, error));
}

/**
 * On a machine that is reached by several names of its own, the one to sign in at: cookies of 127.0.0.1 are not those of
 * localhost, to which providers lead back.
 */
function ownName(c: Context, origin: string): string | undefined {
  const [here, own] = [new URL(c.req.url), new URL(origin)];
  if (here.hostname === own.hostname || !isLoopback(here) || !isLoopback(own)) return undefined;
  return `${origin}${here.pathname}${here.search}`;
}
const isLoopback = ({ hostname }: URL): boolean => /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);

/** Says what went wrong, in words, with every way on. What is no refusal is a bug, reported once. */
async function faultPage(deps: SignInPagesDeps, c: Context, error: Error) {
  const language = languageIn(c);
  if (!(error instanceof Refusal)) deps.report(`request ${patternOf(c)}`, error);
  c.set("problem", error instanceof Refusal ? error.code : "internal");
  const { name: alliance, zone } = await deps.settings.get().catch(() => ({ name: "", zone: DEFAULTS.zone }));
  const title = saying(language)("faultTitle");
  const content = <NoticeView title={title} body={faultText(language, error, zone)} offers={offersOn(c, deps)} />;
  const status = (error instanceof Refusal ? HTTP_STATUS[error.kind] : 500) as Status;
  return signInPage(c, { title, alliance, status, content });
}

/** What people read of a refusal; of a bug they read its number alone. */
export function faultText(language: Language, error: Error, zone: string): string {
  const say = saying(language);
  if (error instanceof Refusal && error.code === "origin.foreign") return say("fault.foreign");
  if (!(error instanceof Refusal) || !error.said) return say("fault.other", { id: correlation() ?? "–" });
  const text = sayIn(language, error.said, showValue(language, { zone, names: new Map() }));
  return language === "zh-CN" ? `${text}。` : text;
}
