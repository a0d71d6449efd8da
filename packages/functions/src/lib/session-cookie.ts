import type { Context } from "hono";
import { ownCookie } from "./own-cookie.ts";

/** As long as any session may last; the server ends it earlier. */
const MOST_SECONDS = 90 * 24 * 3600;
const cookie = ownCookie("yigong", MOST_SECONDS);

/** Hands a browser the secret of its session. */
export const setSessionCookie = (c: Context, secret: string): void => cookie.set(c, secret);

export const clearSessionCookie = (c: Context): void => cookie.clear(c);

/** The secret that a browser sent. */
export const sessionSecretOf = (c: Context): string | undefined => cookie.read(c);
