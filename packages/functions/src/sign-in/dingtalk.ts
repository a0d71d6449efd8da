import { appToken } from "./app-token.ts";
import { type Answer, askProvider, type Fetch, numberIn, objectIn, textIn } from "./ask-provider.ts";
import { declined, providerRefused, startAgain, stranger } from "./refusals.ts";
import type { Way } from "./way.ts";

export interface DingTalkSettings {
  corpId: string;
  clientId: string;
  clientSecret: string;
}

/** Where DingTalk is. @source open.dingtalk.com/document/orgapp/tutorial-obtaining-user-personal-information */
export const DINGTALK_BASES = {
  login: "https://login.dingtalk.com",
  api: "https://api.dingtalk.com",
  old: "https://oapi.dingtalk.com",
};

/** The page of ours, inside the app, that asks for a code. */
export const DINGTALK_PAGE = "/sign-in/dingtalk/inside";

/** Nobody of the company has this account. */
const NOBODY = 60121;
/** The code is wrong, was used, or is too old. */
const CODE_OVER = [40078, 40079, 40029];

/** The token of an app at DingTalk. @param now - milliseconds since 1970 */
export const dingtalkToken = (
  { clientId, clientSecret }: Pick<DingTalkSettings, "clientId" | "clientSecret">,
  {
    fetch,
    now,
    bases = DINGTALK_BASES,
  }: { fetch: Fetch; now: () => number; bases?: Pick<typeof DINGTALK_BASES, "api"> },
) =>
  appToken(async () => {
    const answer = await askProvider(fetch, {
      url: `${bases.api}/v1.0/oauth2/accessToken`,
      json: { appKey: clientId, appSecret: clientSecret },
    });
    const issued = textIn(answer, "accessToken");
    if (!issued) throw providerRefused(textIn(answer, "code") ?? "no token");
    return { token: issued, seconds: numberIn(answer, "expireIn") };
  }, now);

/**
 * Sign-in by DingTalk 钉钉: inside the app a page of ours asks the app for a code, elsewhere DingTalk's own page does.
 *
 * It calls back with `authCode`, not `code`, and knows no PKCE and no nonce.
 * @param now - milliseconds since 1970
 */
export function dingtalk(
  { corpId, clientId, clientSecret }: DingTalkSettings,
  { fetch, now, bases = DINGTALK_BASES }: { fetch: Fetch; now: () => number; bases?: typeof DINGTALK_BASES },
): Way {
  const token = dingtalkToken({ clientId, clientSecret }, { fetch, now, bases });

  const askOld = async (path: string, json: object): Promise<Answer> => {
    const url = `${bases.old}${path}`;
    const answer = await askProvider(fetch, { url, query: { access_token: await token.get() }, json });
    const errcode = numberIn(answer, "errcode");
    if (errcode === NOBODY) throw stranger();
    if (CODE_OVER.includes(errcode)) throw startAgain();
    if (errcode !== 0) throw providerRefused(errcode);
    return objectIn(answer, "result");
  };

  /** The code of DingTalk's own page: first whose account it is anywhere, then who that is in this company. */
  const inBrowser = async (code: string): Promise<Answer> => {
    const grant = await askProvider(fetch, {
      url: `${bases.api}/v1.0/oauth2/userAccessToken`,
      json: { clientId, clientSecret, code, grantType: "authorization_code" },
    });
    const userToken = textIn(grant, "accessToken");
    if (!userToken) throw startAgain();
    // With the scope `corpid` it says in which of their companies they signed in.
    const company = textIn(grant, "corpId");
    if (company !== undefined && company !== corpId) throw stranger();
    const headers = { "x-acs-dingtalk-access-token": userToken };
    const me = await askProvider(fetch, { url: `${bases.api}/v1.0/contact/users/me`, headers });
    const unionid = textIn(me, "unionId");
    if (!unionid) throw providerRefused(textIn(me, "code") ?? "no unionId");
    const found = await askOld("/topapi/user/getbyunionid", { unionid });
    // 1 is an outside contact of the company.
    if (numberIn(found, "contact_type") === 1) throw stranger();
    return { ...found, name: me.nick, mobile: me.mobile };
  };

  return {
    name: "dingtalk",
    inside: { corpId, clientId },
    async begin({ state, redirectUri, host }) {
      if (host === "dingtalk") return `${DINGTALK_PAGE}?${new URLSearchParams({ state })}`;
      const asked = new URLSearchParams({
        client_id: clientId,
        redirect_uri: redirectUri,
        response_type: "code",
        scope: "openid corpid",
        state,
        prompt: "consent",
      });
      return `${bases.login}/oauth2/auth?${asked}`;
    },
    async identify(callback, { host }) {
      const code = callback.searchParams.get("authCode");
      if (!code) throw declined();
      const isInside = host === "dingtalk" && callback.searchParams.get("from") === "app";
      const found = isInside ? await askOld("/topapi/v2/user/getuserinfo", { code }) : await inBrowser(code);
      const userId = textIn(found, "userid");
      if (!userId) throw stranger();
      const [name, mobile] = [textIn(found, "name"), textIn(found, "mobile")];
      return {
        provider: "dingtalk",
        tenant: corpId,
        subject: userId,
        account: userId,
        ...(name && { name }),
        ...(mobile && { mobile }),
      };
    },
  };
}
