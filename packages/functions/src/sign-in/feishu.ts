import * as client from "openid-client";
import { appToken } from "./app-token.ts";
import { askProvider, type Fetch, numberIn, objectIn, textIn } from "./ask-provider.ts";
import { overToRefusal } from "./oauth-refusal.ts";
import { providerRefused, stranger } from "./refusals.ts";
import type { Way } from "./way.ts";

export interface FeishuSettings {
  appId: string;
  appSecret: string;
  /** The company, for an app that is open to several. */
  tenantKey?: string | undefined;
}

/** Where Feishu is. The token is of v3, which is OAuth 2.0 by the book. @source open.feishu.cn/document/authentication-management/access-token/get-user-access-token */
export const FEISHU_BASES = { accounts: "https://accounts.feishu.cn", api: "https://open.feishu.cn" };

/** The token of an app at Feishu. @param now - milliseconds since 1970 @source open.feishu.cn/document/server-docs/authentication-management/access-token/tenant_access_token_internal */
export const feishuToken = (
  { appId, appSecret }: Pick<FeishuSettings, "appId" | "appSecret">,
  { fetch, now, bases = FEISHU_BASES }: { fetch: Fetch; now: () => number; bases?: Pick<typeof FEISHU_BASES, "api"> },
) =>
  appToken(async () => {
    const answer = await askProvider(fetch, {
      url: `${bases.api}/open-apis/auth/v3/tenant_access_token/internal`,
      json: { app_id: appId, app_secret: appSecret },
    });
    const issued = textIn(answer, "tenant_access_token");
    if (numberIn(answer, "code") !== 0 || !issued) throw providerRefused(numberIn(answer, "code"));
    return { token: issued, seconds: numberIn(answer, "expire") };
  }, now);

/** The user may not use this app. */
const NOT_FOR_THEM = 20010;

/** Sign-in by Feishu 飞书: the same address inside its app, where nothing is asked, and elsewhere. OAuth 2.0 with PKCE, without an id_token. */
export function feishu(
  { appId, appSecret, tenantKey }: FeishuSettings,
  { fetch, bases = FEISHU_BASES }: { fetch: Fetch; bases?: typeof FEISHU_BASES },
): Way {
  const server = {
    issuer: bases.accounts,
    authorization_endpoint: `${bases.accounts}/open-apis/authen/v1/authorize`,
    token_endpoint: `${bases.accounts}/oauth/v3/token`,
  };
  const config = new client.Configuration(server, appId, appSecret, client.ClientSecretPost(appSecret));
  config[client.customFetch] = fetch as client.CustomFetch;
  // Loopback alone has no encryption: a mock in a test.
  if (bases.accounts.startsWith("http:")) client.allowInsecureRequests(config);
  return {
    name: "feishu",
    async begin({ state, verifier, redirectUri }) {
      const asked = {
        redirect_uri: redirectUri,
        response_type: "code",
        scope: "",
        state,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
      };
      return client.buildAuthorizationUrl(config, asked).href;
    },
    async identify(callback, { state, verifier }) {
      const checks = { expectedState: state, pkceCodeVerifier: verifier };
      const granted = await client
        .authorizationCodeGrant(config, callback, checks)
        .catch(overToRefusal((answer) => numberIn(answer, "code") === NOT_FOR_THEM));
      const answer = await askProvider(fetch, {
        url: `${bases.api}/open-apis/authen/v1/user_info`,
        headers: { authorization: `Bearer ${granted.access_token}` },
      });
      const code = numberIn(answer, "code");
      if (code === NOT_FOR_THEM) throw stranger();
      if (code !== 0) throw providerRefused(code);
      const data = objectIn(answer, "data");
      const [subject, tenant] = [textIn(data, "open_id"), textIn(data, "tenant_key")];
      if (!subject || !tenant) throw providerRefused("no open_id");
      if (tenantKey !== undefined && tenant !== tenantKey) throw stranger();
      const [account, name, mobile] = [textIn(data, "user_id"), textIn(data, "name"), textIn(data, "mobile")];
      return {
        provider: "feishu",
        tenant,
        subject,
        ...(account && { account }),
        ...(name && { name }),
        ...(mobile && { mobile }),
      };
    },
  };
}
