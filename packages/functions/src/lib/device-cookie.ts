import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";

/** As long as the longest session: it only tells how many people checked in with one browser. */
const SECONDS = 24 * 3600;
const NAME = "yigong-device";
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

const isSecure = (c: Context): boolean => {
  const { protocol, hostname } = new URL(c.req.url);
  return protocol === "https:" || !LOOPBACK.test(hostname);
};
const nameIn = (c: Context): string => (isSecure(c) ? `__Host-${NAME}` : NAME);

/** What tells a browser from others at check-in, if it has that. It says nothing of who uses it, and outlives signing out. */
export const deviceIn = (c: Context): string | undefined => {
  const token = getCookie(c, nameIn(c));
  return token && /^[0-9a-f]{32}$/.test(token) ? token : undefined;
};

/** The same; a browser without one gets one. @param random - draws 32 hexadecimal digits */
export function deviceFor(c: Context, random: () => string): string {
  const token = deviceIn(c) ?? random();
  const options = { httpOnly: true, sameSite: "Lax", path: "/", secure: isSecure(c), maxAge: SECONDS } as const;
  setCookie(c, nameIn(c), token, options);
  return token;
}
