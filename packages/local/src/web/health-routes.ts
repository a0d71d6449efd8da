import { problem } from "@yigong/functions/api/problem.ts";
import { Hono } from "hono";
import { webRefusal } from "./web.refusals.ts";

/** Whether each part works now. */
export type Parts = Readonly<Record<string, () => Promise<boolean>>>;

const worksNow = (check: () => Promise<boolean>): Promise<boolean> =>
  Promise.resolve()
    .then(check)
    .catch(() => false);

/**
 * `GET /api/health`: 200 while all parts work, otherwise 503 with the names of those that do not.
 *
 * @source RFC 9457 for the form of the answer
 */
export const healthRoutes = (parts: Parts) =>
  new Hono().get("/api/health", async (c) => {
    c.header("cache-control", "no-store");
    const checked = await Promise.all(
      Object.entries(parts).map(async ([name, check]) => ((await worksNow(check)) ? [] : [name])),
    );
    const down = checked.flat();
    if (down.length === 0) return c.json({ ok: true });
    return problem(c, webRefusal("health.down", { down }), { more: { ok: false, down } });
  });
