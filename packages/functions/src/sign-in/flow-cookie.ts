import { createHmac, timingSafeEqual } from "node:crypto";
import { plusHours } from "@yigong/core/lib/time.ts";
import type { Context } from "hono";
import * as z from "zod";
import { ownCookie } from "../lib/own-cookie.ts";

/** What is under way in a browser is over after so long, whatever it is. */
export const FLOW_MINUTES = 10;

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
  const cookie = ownCookie(`yigong-${name}`, FLOW_MINUTES * 60);
  const sealOf = (body: string) => hmac("cookie", `${name}\n${body}`).toString("base64url");
  return {
    set(c: Context, value: Value, at: string): void {
      const until = plusHours(at, FLOW_MINUTES / 60);
      const body = Buffer.from(JSON.stringify({ value, until })).toString("base64url");
      cookie.set(c, `${body}.${sealOf(body)}`);
    },
    /** What it holds, if it is ours and not too old. */
    read(c: Context, at: string): Value | undefined {
      const [body = "", seal = ""] = (cookie.read(c) ?? "").split(".");
      const [right, said] = [Buffer.from(sealOf(body)), Buffer.from(seal)];
      if (right.length !== said.length || !timingSafeEqual(right, said)) return undefined;
      const { value, until } = Sealed.parse(JSON.parse(Buffer.from(body, "base64url").toString()));
      return until > at ? schema.safeParse(value).data : undefined;
    },
    clear: cookie.clear,
  };
}
