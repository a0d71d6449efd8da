import { timingSafeEqual } from "node:crypto";
import type { Members } from "@yigong/core/member/member.store.ts";
import {
  grantsInForce,
  isEmployedOn,
  isVolunteerOn,
  type Info as Member,
  principalsOf,
} from "@yigong/core/member/member.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";
import { requireOwnOrigin } from "@yigong/functions/lib/own-origin.ts";
import { languageIn, type Status, signInPage } from "@yigong/functions/pages/sign-in-shell.tsx";
import { isLoopbackHost } from "@yigong/stepfunctions";
import { type Context, Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { html } from "hono/html";
import * as z from "zod";
import { pendingCodes } from "./pending-codes.ts";
import { type Choice, peoplePage } from "./people-page.ts";
import { newSigningKey } from "./signing-key.ts";
import { trialWords } from "./words.ts";

export const TRIAL_CLIENT = "yigong";
/** The claim by which the sign-in finds the person. */
export const TRIAL_CLAIM = "employee_number";
const TOKEN_SECONDS = 60;

export interface TrialIssuerDeps {
  members: Pick<Members, "all" | "getMany">;
  units: Pick<Units, "all">;
  settings: { get(): Promise<{ name: string }> };
  dayOf: (at: string) => string;
  now: () => string;
  /** Where people reach us, on loopback. */
  origin: () => string;
}

const Asked = z.object({
  response_type: z.literal("code"),
  client_id: z.literal(TRIAL_CLIENT),
  redirect_uri: z.string(),
  state: z.string().min(1).max(200),
  nonce: z.string().max(200).optional(),
  code_challenge: z.string().regex(/^[\w-]{43}$/),
  code_challenge_method: z.literal("S256"),
});

/** What a proxy adds for somebody on another machine. */
const FORWARDED = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"];

/** The issuer is there for this machine's own browser alone. */
const onLoopback = createMiddleware(async (c, next) => {
  const host = c.req.header("host") ?? new URL(c.req.url).host;
  if (!isLoopbackHost(host) || FORWARDED.some((name) => c.req.header(name) !== undefined)) return c.notFound();
  return await next();
});

/**
 * An OpenID Connect issuer with the people of the roster, for trying out: nobody is checked.
 *
 * Discovery, keys, a page on which somebody is chosen, and tokens for a code with its verifier. Signing in goes through the
 * same code as with a company's issuer.
 */
export function trialIssuer(deps: TrialIssuerDeps): Hono {
  const key = newSigningKey();
  const codes = pendingCodes();
  const issuer = () => `${deps.origin()}/try`;
  const callback = () => `${deps.origin()}/sign-in/try/callback`;
  const read = (c: Context) => {
    const asked = Asked.safeParse(c.req.query());
    return asked.success && isSame(asked.data.redirect_uri, callback()) ? asked.data : undefined;
  };

  return new Hono()
    .use("/try/*", onLoopback)
    .get("/try/.well-known/openid-configuration", (c) => c.json(discovery(issuer())))
    .get("/try/jwks", (c) => c.json(key.jwks))
    .get("/try/authorize", async (c) => (read(c) ? choosePage(deps, c) : wrongPage(deps, c)))
    .post("/try/authorize", async (c) => {
      requireOwnOrigin(c, deps.origin());
      const asked = read(c);
      const { person } = await c.req.parseBody();
      const [member] = asked ? await deps.members.getMany([String(person)]) : [];
      if (!asked || !member) return wrongPage(deps, c);
      const { redirect_uri: redirectUri, code_challenge: challenge, nonce, state } = asked;
      const code = codes.issue({ memberId: member.id, redirectUri, challenge, nonce });
      return c.redirect(`${redirectUri}?${new URLSearchParams({ code, state })}`, 303);
    })
    .post("/try/token", async (c) => {
      c.header("Cache-Control", "no-store");
      const form = await c.req.parseBody();
      const [verifier, redirectUri] = [String(form.code_verifier), String(form.redirect_uri)];
      const pending = codes.redeem(String(form.code), { verifier, redirectUri });
      const [member] = pending ? await deps.members.getMany([pending.memberId]) : [];
      if (!pending || !member) return c.json({ error: "invalid_grant" }, 400);
      const claims = claimsOf(member, { issuer: issuer(), nonce: pending.nonce });
      // The access token opens nothing: there is nothing to ask for besides.
      return c.json({
        access_token: "none",
        token_type: "Bearer",
        expires_in: TOKEN_SECONDS,
        id_token: key.sign(claims),
      });
    });
}

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

const discovery = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ["code"],
  subject_types_supported: ["public"],
  id_token_signing_alg_values_supported: ["ES256"],
  code_challenge_methods_supported: ["S256"],
  token_endpoint_auth_methods_supported: ["none"],
});

/** By the real clock, as the library checks them, whatever the clock of development says. */
function claimsOf(
  { id, name, employeeNumber }: Member,
  { issuer, nonce }: { issuer: string; nonce: string | undefined },
) {
  const seconds = Math.floor(Date.now() / 1000);
  return {
    iss: issuer,
    sub: id,
    aud: TRIAL_CLIENT,
    iat: seconds,
    exp: seconds + TOKEN_SECONDS,
    ...(nonce === undefined ? {} : { nonce }),
    name,
    [TRIAL_CLAIM]: employeeNumber,
  };
}

async function choosePage(deps: TrialIssuerDeps, c: Context) {
  const [members, units, { name: alliance }] = await Promise.all([
    deps.members.all(),
    deps.units.all(),
    deps.settings.get(),
  ]);
  const at = deps.now();
  const day = deps.dayOf(at);
  const byId = new Map(members.map((member) => [member.id as string, member]));
  const names = new Map(units.map((unit) => [unit.id as string, unit.name]));
  const choices: Choice[] = members
    .filter((member) => isEmployedOn(member, day))
    .map((member) => {
      const principals = principalsOf(member).flatMap((id) => byId.get(id) ?? []);
      return {
        member,
        grants: grantsInForce(member, { principals, at, day }),
        isVolunteer: isVolunteerOn(member, day),
      };
    });
  const query = new URL(c.req.url).searchParams;
  const wanted = query.get("q") ?? "";
  const content = peoplePage(languageIn(c), { query, wanted, choices, unitName: (id) => names.get(id) ?? "" });
  return signInPage(c, { title: trialWords(languageIn(c))("title"), alliance, content: await content });
}

async function wrongPage(deps: TrialIssuerDeps, c: Context) {
  const say = trialWords(languageIn(c));
  const { name: alliance } = await deps.settings.get();
  const content = html`<div class="fault" role="alert"><h1>${say("wrongTitle")}</h1><p>${say("wrongBody")}</p><p><a href="/sign-in">/sign-in</a></p></div>`;
  return signInPage(c, { title: say("wrongTitle"), alliance, status: 400 satisfies Status, content: await content });
}
