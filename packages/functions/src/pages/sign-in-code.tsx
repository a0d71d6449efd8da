import { askCode } from "@yigong/application/identity/ask-code.ts";
import { checkCode } from "@yigong/application/identity/check-code.ts";
import { text } from "@yigong/core/language/index.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import { NUMBER } from "@yigong/core/roster/employee-number.ts";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { requireOwnOrigin } from "../lib/own-origin.ts";
import { nextPath } from "../sign-in/next-path.ts";
import { startAgain } from "../sign-in/refusals.ts";
import type { SignInPagesDeps } from "./sign-in-deps.ts";
import type { Outcome, SignInFlow } from "./sign-in-flow.ts";
import { languageIn, signInPage } from "./sign-in-shell.tsx";
import { CodeView, linkTo, NumberView } from "./sign-in-views.tsx";
import { saying } from "./sign-in-words.ts";

const FORM_BYTES = 8 * 1024;

interface Around {
  flow: SignInFlow;
  /** Leads on, once it is known what became of the sign-in. */
  ended: (c: Context, outcome: Outcome) => Promise<Response>;
  alliance: () => Promise<string>;
  /** What people read of a refusal. */
  said: (c: Context, error: Refusal) => string;
}

const fieldOf = async (c: Context, name: string): Promise<string> => {
  const value = (await c.req.parseBody())[name];
  return typeof value === "string" ? value.normalize("NFKC").trim() : "";
};

/** The pages of the one-time code: employee number, then the code; and the same to make an account somebody's. */
export function codePages(deps: SignInPagesDeps, { flow, ended, alliance, said }: Around): Hono {
  const others = (c: Context) => {
    const { next, lang } = c.req.query();
    return [{ href: linkTo("/sign-in", { next, stay: "1", lang }), label: saying(languageIn(c))("otherWays") }];
  };

  const numberPage = async (c: Context, typed = "", isFaulty = false) => {
    const [language, say] = [languageIn(c), saying(languageIn(c))];
    const { next, lang } = c.req.query();
    const isBinding = c.req.path === "/sign-in/bind";
    const account = isBinding ? flow.unbound.read(c, deps.now())?.account : undefined;
    if (isBinding && !account) throw startAgain();
    const provider = account && text(language, `identity.provider.${account.provider}`);
    const title = provider ? say("bindTitle", { provider }) : say("codeTitle");
    const known = account?.name ?? account?.account ?? account?.subject ?? "";
    const intro = provider ? `${say("bindIntro", { provider, account: known })} ${say("bindNot")}` : say("codeIntro");
    const action = linkTo(c.req.path, { next, lang });
    const asked = { language, action, title, intro, typed, isFaulty, offers: others(c) };
    const status = isFaulty ? 422 : 200;
    return signInPage(c, { title, alliance: await alliance(), status, content: <NumberView {...asked} /> });
  };

  const codePage = async (c: Context, number: string, fault?: string) => {
    const [language, say] = [languageIn(c), saying(languageIn(c))];
    const { next, lang } = c.req.query();
    const view = {
      language,
      number,
      fault,
      action: linkTo("/sign-in/code/enter", { next, lang }),
      isTrial: deps.signIn.trial !== undefined,
      offers: [{ href: linkTo("/sign-in/code", { next, lang }), label: say("again") }, ...others(c)],
    };
    const status = fault ? 422 : 200;
    return signInPage(c, {
      title: say("enterTitle"),
      alliance: await alliance(),
      status,
      content: <CodeView {...view} />,
    });
  };

  const ask = async (c: Context) => {
    requireOwnOrigin(c, deps.origin());
    const at = deps.now();
    const isBinding = c.req.path === "/sign-in/bind";
    const unbound = isBinding ? flow.unbound.read(c, at) : undefined;
    if (isBinding && !unbound) throw startAgain();
    const number = await fieldOf(c, "number");
    if (!NUMBER.test(number)) return numberPage(c, number.slice(0, 32), true);
    const next = unbound?.next ?? nextPath(c.req.query("next"), "");
    const network = deps.signIn.networkOf(c);
    const asked = { employeeNumber: number, network, account: unbound?.account, language: languageIn(c), at };
    const { id } = await askCode(deps, asked);
    flow.codes.set(c, { id, number, next }, at);
    return c.redirect(linkTo("/sign-in/code/enter", { next, lang: c.req.query("lang") }), 303);
  };

  const enter = async (c: Context) => {
    requireOwnOrigin(c, deps.origin());
    const at = deps.now();
    const asked = flow.codes.read(c, at);
    if (!asked) throw startAgain();
    const [code, network] = [await fieldOf(c, "code"), deps.signIn.networkOf(c)];
    try {
      const { member, challenge } = await checkCode(deps, { id: asked.id, code, network, at });
      return await ended(c, await flow.enterByCode(c, member, { account: challenge.account, next: asked.next }));
    } catch (error) {
      if (error instanceof Refusal && error.code === "identity.code_wrong")
        return codePage(c, asked.number, said(c, error));
      throw error;
    }
  };

  const offered = deps.signIn.codes;
  const limited = bodyLimit({ maxSize: FORM_BYTES });
  const pages = new Hono().get("/sign-in/bind", (c) => numberPage(c)).post("/sign-in/bind", limited, ask);
  // Codes prove whose an account is also where they are no way to sign in by themselves.
  pages
    .get("/sign-in/code/enter", async (c) => {
      const asked = flow.codes.read(c, deps.now());
      if (!asked) return c.redirect(linkTo("/sign-in", { stay: "1", lang: c.req.query("lang") }), 302);
      return codePage(c, asked.number);
    })
    .post("/sign-in/code/enter", limited, enter);
  return offered ? pages.get("/sign-in/code", (c) => numberPage(c)).post("/sign-in/code", limited, ask) : pages;
}
