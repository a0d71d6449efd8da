import { bindAccount } from "@yigong/application/identity/bind-account.ts";
import { findPerson } from "@yigong/application/identity/find-person.ts";
import { followGroups } from "@yigong/application/identity/follow-groups.ts";
import { findHolder } from "@yigong/application/session/find-holder.ts";
import { Identified, type Provider } from "@yigong/core/identity/identity.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import type { Context } from "hono";
import * as z from "zod";
import { beginSession } from "../api/begin-session.ts";
import { flowCookie, flowHmacOf } from "../sign-in/flow-cookie.ts";
import { homeOf } from "../sign-in/next-path.ts";
import { startAgain } from "../sign-in/refusals.ts";
import { type Host, hostOf } from "../sign-in/user-agent.ts";
import type { Flow, Way } from "../sign-in/way.ts";
import type { SignInPagesDeps } from "./sign-in-deps.ts";

/** 256 bits, in hexadecimal digits: what WeCom takes, and more than anybody guesses. */
const STATE_DIGITS = 64;

const HOSTS = ["wecom", "wechat", "dingtalk", "feishu", "browser"] as const satisfies readonly Host[];
/** `next` is empty where nothing was asked for: whom it concerns is not known yet. */
const Begun = z.object({
  way: z.string(),
  state: z.string().regex(/^[0-9a-f]{64}$/),
  host: z.enum(HOSTS),
  next: z.string(),
});
const CodeAsked = z.object({ id: z.string(), number: z.string(), next: z.string() });
const Unbound = z.object({ account: Identified, next: z.string() });

/** What became of an account that proved somebody. */
export type Outcome =
  | { kind: "in"; next: string }
  | { kind: "unbound" }
  | { kind: "asked"; provider: Provider; isIn: boolean; next: string };

/** Sign-ins under way, each in the cookies of its browser. */
export function signInFlow(deps: SignInPagesDeps) {
  const hmac = flowHmacOf(deps.secrets.tokens);
  const begun = flowCookie("sign-in", Begun, hmac);
  const codes = flowCookie("code", CodeAsked, hmac);
  const unbound = flowCookie("account", Unbound, hmac);

  const flowOf = (way: Way, { state, host }: { state: string; host: Host }): Flow => ({
    state,
    host,
    nonce: hmac("nonce", state).toString("hex"),
    verifier: hmac("verifier", state).toString("base64url"),
    redirectUri: `${deps.origin()}/sign-in/${way.name}/callback`,
  });

  /** Signs somebody in: roles and teams first, since a session ends with a change of roles. */
  async function enter(c: Context, member: Member, { account, way }: { account?: Identified; way: Provider | "code" }) {
    if (account)
      await followGroups(deps, member, { groups: account.groups, mapping: deps.signIn.mapping, at: deps.now() });
    await beginSession(c, deps, { memberId: member.id, way });
  }

  /** Where they go on to: what was asked for, else where somebody with their roles begins on such a machine. */
  async function landing(c: Context, { id }: Member, next: string): Promise<string> {
    if (next !== "") return next;
    const holder = await findHolder(deps, id, deps.now());
    return homeOf(holder?.actor.grants.map(({ role }) => role) ?? [], c.req.header("user-agent"));
  }

  return {
    codes,
    unbound,
    /** Begins with a state that only this browser has; nothing is written. */
    begin(c: Context, way: Way, { next, host = hostOf(c.req.header("user-agent")) }: { next: string; host?: Host }) {
      const state = deps.random(STATE_DIGITS);
      begun.set(c, { way: way.name, state, host, next }, deps.now());
      return flowOf(way, { state, host });
    },
    /** What this browser began, which the provider led back to; it is used up. @throws `identity.start_again` */
    async resume(c: Context, way: Way): Promise<{ flow: Flow; next: string }> {
      const at = deps.now();
      const own = begun.read(c, at);
      if (own?.way !== way.name || c.req.query("state") !== own.state) throw startAgain();
      begun.clear(c);
      if (!(await deps.signInCodes.useState(own.state, at))) throw startAgain();
      return { flow: flowOf(way, own), next: own.next };
    },
    /** Signs in the person of an account that a provider has proved. */
    async enterBy(c: Context, account: Identified, next: string): Promise<Outcome> {
      const at = deps.now();
      const { provider } = account;
      const found = await findPerson(deps, account, at);
      if (found.kind === "unknown") {
        unbound.set(c, { account, next }, at);
        return { kind: "unbound" };
      }
      if (found.kind === "named") {
        const bound = await bindAccount(deps, { identified: account, member: found.member, how: found.how, at });
        if (bound.kind === "asked") return { kind: "asked", provider, isIn: false, next };
      }
      await enter(c, found.member, { account, way: provider });
      return { kind: "in", next: await landing(c, found.member, next) };
    },
    /** Signs in whom a one-time code has proved, with the account that it makes theirs, if it does. */
    async enterByCode(
      c: Context,
      member: Member,
      { account, next }: { account?: Identified | undefined; next: string },
    ) {
      codes.clear(c);
      unbound.clear(c);
      const bound = account && (await bindAccount(deps, { identified: account, member, how: "code", at: deps.now() }));
      const isAsked = bound?.kind === "asked";
      await enter(c, member, account && !isAsked ? { account, way: account.provider } : { way: "code" });
      const to = await landing(c, member, next);
      const outcome: Outcome = isAsked
        ? { kind: "asked", provider: bound.request.provider, isIn: true, next: to }
        : { kind: "in", next: to };
      return outcome;
    },
  };
}

export type SignInFlow = ReturnType<typeof signInFlow>;
