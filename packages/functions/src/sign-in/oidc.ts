import type { Provider } from "@yigong/core/identity/identity.ts";
import * as client from "openid-client";
import type { Fetch } from "./ask-provider.ts";
import { overToRefusal } from "./oauth-refusal.ts";
import { providerDown } from "./refusals.ts";
import type { Flow, Way } from "./way.ts";

export interface OidcSettings {
  issuer: string;
  clientId: string;
  clientSecret?: string | undefined;
  /** Asked for; `openid` is among them. */
  scope: string;
  /** The claim that is an employee number, where the company takes the issuer's word for it. */
  employeeClaim?: string | undefined;
  groupsClaim?: string | undefined;
  /** What the subjects are unique in, if not in the issuer's address, which is another with each port of a machine. */
  tenant?: string | undefined;
}

const TIMEOUT_SECONDS = 8;
const KEPT_MS = 3_600_000;

/**
 * Sign-in by an OpenID Connect issuer: authorization code, PKCE, nonce and state.
 *
 * @param name - `try` for the issuer of one machine
 * @param now - milliseconds since 1970
 */
export function oidc(
  settings: OidcSettings,
  { fetch, now, name = "oidc" }: { fetch: Fetch; now: () => number; name?: Extract<Provider, "oidc" | "try"> },
): Way {
  const { clientId, clientSecret, scope } = settings;
  const issuer = new URL(settings.issuer);
  let known: { config: Promise<client.Configuration>; until: number } | undefined;

  const discover = () => {
    const auth = clientSecret === undefined ? client.None() : client.ClientSecretPost(clientSecret);
    return client.discovery(issuer, clientId, clientSecret, auth, {
      [client.customFetch]: fetch as client.CustomFetch,
      timeout: TIMEOUT_SECONDS,
      // The settings take an issuer without encryption on loopback only.
      execute: issuer.protocol === "http:" ? [client.allowInsecureRequests] : [],
    });
  };
  /** What the issuer says of itself, for an hour; a failure is not kept. */
  async function configured(): Promise<client.Configuration> {
    if (!known || known.until <= now()) known = { config: discover(), until: now() + KEPT_MS };
    try {
      return await known.config;
    } catch {
      known = undefined;
      throw providerDown();
    }
  }

  return {
    name,
    async begin({ state, nonce, verifier, redirectUri }, language) {
      const asked = {
        redirect_uri: redirectUri,
        response_type: "code",
        scope,
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
        ui_locales: language,
      };
      return client.buildAuthorizationUrl(await configured(), asked).href;
    },
    async identify(callback, flow) {
      const config = await configured();
      const claims = await claimsOf(config, callback, flow);
      const groups = listIn(claims, settings.groupsClaim);
      const employeeNumber = settings.employeeClaim && textOf(claims[settings.employeeClaim]);
      const personName = textOf(claims.name);
      return {
        provider: name,
        tenant: settings.tenant ?? config.serverMetadata().issuer,
        subject: String(claims.sub),
        ...(employeeNumber && { employeeNumber }),
        ...(personName && { name: personName }),
        ...(groups && { groups }),
      };
    },
  };

  async function claimsOf(config: client.Configuration, callback: URL, flow: Flow): Promise<Record<string, unknown>> {
    const checks = { expectedState: flow.state, expectedNonce: flow.nonce, pkceCodeVerifier: flow.verifier };
    const granted = await client.authorizationCodeGrant(config, callback, checks).catch(overToRefusal());
    const claims = { ...granted.claims() };
    const asked = [settings.groupsClaim, settings.employeeClaim].filter((claim) => claim !== undefined);
    if (asked.every((claim) => claim in claims) || !config.serverMetadata().userinfo_endpoint) return claims;
    // Large issuers leave groups out of the token and say them when asked.
    const more = await client.fetchUserInfo(config, granted.access_token, String(claims.sub)).catch(overToRefusal());
    return { ...more, ...claims };
  }
}

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : typeof value === "number" ? String(value) : undefined;

/** A list of texts, or a text of one; undefined when the issuer said nothing. */
function listIn(claims: Record<string, unknown>, name: string | undefined): string[] | undefined {
  const value = name === undefined ? undefined : claims[name];
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : undefined;
}
