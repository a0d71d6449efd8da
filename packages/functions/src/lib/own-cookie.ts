import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Whether a host, without its port, is this machine itself. */
export const isLoopback = (hostname: string): boolean => LOOPBACK.test(hostname);

/**
 * Whether a cookie is one for https. Everywhere but on loopback it is, whatever this process sees of the address: in
 * front of it a proxy ends the encryption, and without encryption a browser is to send no cookie.
 */
const isSecure = (c: Context): boolean => {
  const { protocol, hostname } = new URL(c.req.url);
  return protocol === "https:" || !isLoopback(hostname);
};

/** A cookie of ours: none for scripts, sent with links from elsewhere; `__Host-` over https, so that no subdomain or plain page can plant one. */
export function ownCookie(name: string, seconds: number) {
  const nameIn = (c: Context): string => (isSecure(c) ? `__Host-${name}` : name);
  const optionsIn = (c: Context) => ({ httpOnly: true, sameSite: "Lax", path: "/", secure: isSecure(c) }) as const;
  return {
    read: (c: Context): string | undefined => getCookie(c, nameIn(c)),
    set: (c: Context, value: string): void => setCookie(c, nameIn(c), value, { ...optionsIn(c), maxAge: seconds }),
    clear: (c: Context): void => void deleteCookie(c, nameIn(c), optionsIn(c)),
  };
}
