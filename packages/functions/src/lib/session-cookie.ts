import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";

/** As long as any session may last; the server ends it earlier. */
const MOST_SECONDS = 90 * 24 * 3600;
const NAME = "yigong";

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Whether the cookie is one for https. Everywhere but on loopback it is, whatever this process sees of the address: in
 * front of it a proxy ends the encryption, and without encryption a browser is to send no cookie.
 */
const isSecure = (c: Context): boolean => {
  const { protocol, hostname } = new URL(c.req.url);
  return protocol === "https:" || !LOOPBACK.test(hostname);
};

const nameIn = (c: Context): string => (isSecure(c) ? `__Host-${NAME}` : NAME);
const optionsIn = (c: Context) => ({ httpOnly: true, sameSite: "Lax", path: "/", secure: isSecure(c) }) as const;

/** Hands a browser the secret of its session. */
export const setSessionCookie = (c: Context, secret: string): void =>
  setCookie(c, nameIn(c), secret, { ...optionsIn(c), maxAge: MOST_SECONDS });

export const clearSessionCookie = (c: Context): void => {
  deleteCookie(c, nameIn(c), optionsIn(c));
};

/** The secret that a browser sent: of `__Host-yigong` over https, so that no subdomain or plain page can plant one. */
export const sessionSecretOf = (c: Context): string | undefined => getCookie(c, nameIn(c));
