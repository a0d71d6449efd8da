import { appToken } from "./app-token.ts";
import { type Answer, askProvider, type Fetch, numberIn, textIn } from "./ask-provider.ts";
import { declined, providerRefused, startAgain, stranger } from "./refusals.ts";
import type { Way } from "./way.ts";

export interface WeComSettings {
  corpId: string;
  agentId: string;
  secret: string;
}

/** Where WeCom is. @source developer.work.weixin.qq.com/document/path/91022, 98152, 91023 */
export const WECOM_BASES = {
  inside: "https://open.weixin.qq.com",
  browser: "https://login.work.weixin.qq.com",
  api: "https://qyapi.weixin.qq.com",
};

const LONGEST_CODE = 512;
/** The token is wrong, or is good no more: all of an app's servers share one. */
export const TOKEN_OVER = [40014, 41001, 42001];
/** The code is wrong, was used, or is older than five minutes. */
const CODE_OVER = [40029, 42003];

/** The token of an app at WeCom. @param now - milliseconds since 1970 */
export const wecomToken = (
  { corpId, secret }: Pick<WeComSettings, "corpId" | "secret">,
  { fetch, now, bases = WECOM_BASES }: { fetch: Fetch; now: () => number; bases?: Pick<typeof WECOM_BASES, "api"> },
) =>
  appToken(async () => {
    const answer = await askProvider(fetch, {
      url: `${bases.api}/cgi-bin/gettoken`,
      query: { corpid: corpId, corpsecret: secret },
    });
    const issued = textIn(answer, "access_token");
    if (numberIn(answer, "errcode") !== 0 || !issued) throw providerRefused(numberIn(answer, "errcode"));
    return { token: issued, seconds: numberIn(answer, "expires_in") };
  }, now);

/**
 * Sign-in by WeCom 企业微信: silently inside its app, by a QR code or its desktop program elsewhere.
 *
 * It knows no PKCE and no nonce, so the state in the browser's cookie is the only guard against a foreign callback.
 * @param now - milliseconds since 1970
 */
export function wecom(
  { corpId, agentId, secret }: WeComSettings,
  { fetch, now, bases = WECOM_BASES }: { fetch: Fetch; now: () => number; bases?: typeof WECOM_BASES },
): Way {
  const token = wecomToken({ corpId, secret }, { fetch, now, bases });

  const ask = async (code: string): Promise<Answer> => {
    const held = await token.get();
    const answer = await askProvider(fetch, {
      url: `${bases.api}/cgi-bin/auth/getuserinfo`,
      query: { access_token: held, code },
    });
    if (TOKEN_OVER.includes(numberIn(answer, "errcode"))) token.drop(held);
    return answer;
  };

  return {
    name: "wecom",
    async begin({ state, redirectUri, host }, language) {
      if (host !== "wecom") {
        const asked = { login_type: "CorpApp", appid: corpId, agentid: agentId, redirect_uri: redirectUri, state };
        const lang = language === "en" ? "en" : "zh";
        return `${bases.browser}/wwlogin/sso/login?${new URLSearchParams({ ...asked, lang })}`;
      }
      const asked = new URLSearchParams({
        appid: corpId,
        redirect_uri: redirectUri,
        response_type: "code",
        scope: "snsapi_base",
        state,
        agentid: agentId,
      });
      return `${bases.inside}/connect/oauth2/authorize?${asked}#wechat_redirect`;
    },
    async identify(callback) {
      const code = callback.searchParams.get("code");
      if (!code) throw declined();
      if (code.length > LONGEST_CODE) throw startAgain();
      let answer = await ask(code);
      if (TOKEN_OVER.includes(numberIn(answer, "errcode"))) answer = await ask(code);
      const errcode = numberIn(answer, "errcode");
      if (CODE_OVER.includes(errcode)) throw startAgain();
      if (errcode !== 0) throw providerRefused(errcode);
      const userId = textIn(answer, "userid") ?? textIn(answer, "UserId");
      // Whoever has an openid alone is no member of the company.
      if (!userId) throw stranger();
      return { provider: "wecom", tenant: corpId, subject: userId.toLowerCase(), account: userId };
    },
  };
}
