import { problem } from "@yigong/functions/api/problem.ts";
import { Hono } from "hono";
import { type ShiftedClock, spanOf } from "../data-directory/shifted-clock.ts";
import { sameOriginOnly } from "./known-host.ts";
import { webRefusal } from "./web.refusals.ts";

/**
 * In development the clock can be advanced: `npm run clock -- advance 7d`. Not by another site's page.
 *
 * @param moved - runs what has become due
 */
export const clockRoutes = (clock: ShiftedClock, moved: () => Promise<void>) =>
  new Hono().post("/development/clock", sameOriginOnly, async (c) => {
    const span = spanOf(c.req.query("advance") ?? "");
    if (span === undefined) return problem(c, webRefusal("clock.span_invalid"));
    clock.advance(span);
    await moved();
    return c.json({ now: new Date(clock.now()).toISOString() });
  });
