import { Hono } from "hono";

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
    const code = "health.down";
    const detail = `暂不可用，正在恢复 / Down, and being restarted: ${down.join(", ")}`;
    const problem = { type: `urn:yigong:problem:${code}`, title: "Not available just now", status: 503, code, detail };
    return c.json({ ok: false, down, ...problem }, 503, {
      "content-type": "application/problem+json; charset=utf-8",
      "retry-after": "1",
    });
  });
