import { digestOf, isSecret } from "@yigong/application/session/secret.ts";
import type { Sessions } from "@yigong/core/session/session.store.ts";
import { Hono } from "hono";
import { requireOwnOrigin } from "../lib/own-origin.ts";
import { clearSessionCookie, sessionSecretOf } from "../lib/session-cookie.ts";

/** Signing out by a form, without scripts; also of a session that is over. */
export const signOut = ({ sessions, origin }: { sessions: Pick<Sessions, "forget">; origin: () => string }) =>
  new Hono().post("/sign-out", async (c) => {
    requireOwnOrigin(c, origin());
    const secret = sessionSecretOf(c);
    if (secret !== undefined && isSecret(secret)) await sessions.forget(digestOf(secret));
    clearSessionCookie(c);
    // In an office system the sign-in page would sign them in again at once.
    return c.redirect("/sign-in?stay=1", 303);
  });
