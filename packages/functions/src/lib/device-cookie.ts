import type { Context } from "hono";
import { ownCookie } from "./own-cookie.ts";

/** As long as the longest session of an activity: it only tells how many people checked in with one browser. */
const SECONDS = 24 * 3600;
const cookie = ownCookie("yigong-device", SECONDS);

/** What tells a browser from others at check-in, if it has that. It says nothing of who uses it, and outlives signing out. */
export const deviceIn = (c: Context): string | undefined => {
  const token = cookie.read(c);
  return token && /^[0-9a-f]{32}$/.test(token) ? token : undefined;
};

/** The same; a browser without one gets one. @param random - draws 32 hexadecimal digits */
export function deviceFor(c: Context, random: () => string): string {
  const token = deviceIn(c) ?? random();
  cookie.set(c, token);
  return token;
}
