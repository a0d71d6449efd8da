import { etag } from "hono/etag";
import { createMiddleware } from "hono/factory";

const tagged = etag({ weak: true });
const done = async () => {};

/**
 * Gives what is read an entity tag, and answers 304 without a body to whoever has it already.
 *
 * What is not to be stored has none: neither secrets and exports nor answers that are never the same.
 * @source RFC 9110, 8.8.3 and 13.1.2
 */
export const entityTags = createMiddleware(async (c, next) => {
  await next();
  const { method } = c.req;
  if ((method !== "GET" && method !== "HEAD") || !c.res.ok) return;
  const policy = c.res.headers.get("cache-control");
  if (policy?.includes("no-store")) return;
  if (policy === null) c.res.headers.set("cache-control", "private, no-cache");
  await tagged(c, done);
});
