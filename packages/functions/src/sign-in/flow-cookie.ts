import { createHmac, timingSafeEqual } from "node:crypto";
import { plusHours } from "@yigong/core/lib/time.ts";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import * as z from "zod";

/** What is under way in a browser is over after so long, whatever it is. */
export const FLOW_MINUTES = 10;

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** As with sessions: everywhere but on loopback the cookie is one for https, which no subdomain can plant. */
const isSecure = (c: Context): boolean => {
  const { protocol, hostname } = new URL(c.req.url);
  return protocol === "https:" || !LOOPBACK.test(hostname);
};
const nameIn = (c: Context, name: string): string => `${isSecure(c) ? "__Host-" : ""}yigong-${name}`;
const optionsIn = (c: Context) => ({ httpOnly: true, sameSite: "Lax", path: "/", secure: isSecure(c) }) as const;

/** Keyed hashes for signing in, each purpose under a key of its own. */
export type FlowHmac = (purpose: "cookie" | "nonce" | "verifier", text: string) => Buffer;

export function flowHmacOf(secret: Uint8Array): FlowHmac {
  const keyOf = (purpose: string) => createHmac("sha256", secret).update(`sign-in ${purpose}`).digest();
  return (purpose, text) => createHmac("sha256", keyOf(purpose)).update(text).digest();
}

const Sealed = z.object({ value: z.unknown(), until: z.string() });

/**
 * A short-lived cookie whose content only this installation can write. Its browser can read it: it holds no secret of
 * ours.
 *
 * @param name - which one; it is sealed with the content
 */
export function flowCookie<Value>(name: string, schema: z.ZodType<Value>, hmac: FlowHmac) {
  const sealOf = (body: string) => hmac("cookie", `${name}\n${body}`).toString("base64url");
  return {
    set(c: Context, value: Value, at: string): void {
      const until = plusHours(at, FLOW_MINUTES / 60);
      const body = Buffer.from(JSON.stringify({ value, until })).toString("base64url");
      setCookie(c, nameIn(c, name), `${body}.${sealOf(body)}`, { ...optionsIn(c), maxAge: FLOW_MINUTES * 60 });
    },
    /** What it holds, if it is ours and not too old. */
    read(c: Context, at: string): Value | undefined {
      const [body = "", seal = ""] = (getCookie(c, nameIn(c, name)) ?? "").split(".");
      const [right, said] = [Buffer.from(sealOf(body)), Buffer.from(seal)];
      if (right.length !== said.length || !timingSafeEqual(right, said)) return undefined;
      const { value, until } = Sealed.parse(JSON.parse(Buffer.from(body, "base64url").toString()));
      return until > at ? schema.safeParse(value).data : undefined;
    },
    clear(c: Context): void {
      deleteCookie(c, nameIn(c, name), optionsIn(c));
    },
  };
}
