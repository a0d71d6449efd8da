import { etag } from "hono/etag";
import { createMiddleware } from "hono/factory";

const tagged = etag();

/**
 * Gives what is read an `ETag`, so that a page which asks again and again is sent what has changed alone.
 *
 * Nothing between us and the reader keeps it: it is one person's.
 */
export const entityTags = createMiddleware(async (c, next) => {
  if (c.req.method !== "GET") return next();
  return tagged(c, async () => {
    await next();
    if (!c.res.headers.has("cache-control")) c.header("cache-control", "private, no-cache");
  });
});
