import type { Context } from "hono";
import { edgeRefusal } from "./edge.refusals.ts";
import { isLoopback } from "./own-cookie.ts";

const SAFE = ["GET", "HEAD", "OPTIONS"];

/** The origins of our own pages: where this was asked, encrypted beyond loopback, and where people reach us. */
function ownOrigins(c: Context, publicOrigin: string): string[] {
  const { protocol, host, hostname } = new URL(c.req.url);
  return [isLoopback(hostname) ? `${protocol}//${host}` : `https://${host}`, publicOrigin];
}

/**
 * Refuses what another site's page has a browser send with our cookie. For requests by cookie: nobody else's page can
 * send a bearer token.
 *
 * `Sec-Fetch-Site` decides where a browser sends it; older ones send `Origin` with everything that is not safe. A form of
 * ours on a page without referrers has the origin `null`, which only `Sec-Fetch-Site` tells from another's.
 * @throws `origin.foreign`
 */
export function requireOwnOrigin(c: Context, publicOrigin: string): void {
  if (SAFE.includes(c.req.method)) return;
  const [origin, site] = [c.req.header("origin"), c.req.header("sec-fetch-site")];
  const isOwn = origin !== undefined && ownOrigins(c, publicOrigin).includes(origin);
  const isOpaque = origin === undefined || origin === "null";
  if (site === undefined ? isOwn : site === "same-origin" && (isOwn || isOpaque)) return;
  throw edgeRefusal("origin.foreign");
}
