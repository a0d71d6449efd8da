import { isIP } from "node:net";
import { networkInterfaces } from "node:os";
import { problem } from "@yigong/functions/api/problem.ts";
import { edgeRefusal } from "@yigong/functions/lib/edge.refusals.ts";
import { isLoopbackHost, nameOfHost } from "@yigong/stepfunctions";
import { createMiddleware } from "hono/factory";
import { webRefusal } from "./web.refusals.ts";

const WILDCARDS = ["0.0.0.0", "::"];

/** An address as it stands in a `Host` header. */
const asHost = (address: string): string => (isIP(address) === 6 ? `[${address}]` : address).toLowerCase();

/** Addresses of this machine's network interfaces. */
const ownAddresses = (): string[] =>
  Object.values(networkInterfaces()).flatMap((found) => (found ?? []).map(({ address }) => address));

/**
 * The hosts that a server is asked at besides loopback: the address it listens on, all of this machine's when that is a
 * wildcard, and the host of its public origin.
 */
export function knownHosts(hostname: string, origin: string, addresses = ownAddresses): ReadonlySet<string> {
  const listened = WILDCARDS.includes(hostname) ? addresses() : [hostname];
  return new Set([...listened.map(asHost), nameOfHost(new URL(origin).host)]);
}

/** Whether others than this machine reach the server: it listens beyond loopback, or has a public origin. */
export const isExposed = (hostname: string, origin: string): boolean =>
  !isLoopbackHost(asHost(hostname)) || !isLoopbackHost(new URL(origin).host);

/**
 * Refuses requests for a host that is not ours, as those of a web page that has rebound its name to this address.
 *
 * @param known - from `knownHosts`; loopback is always known
 */
export const knownHost = (known: ReadonlySet<string>) =>
  createMiddleware(async (c, next) => {
    const host = c.req.header("host");
    if (isLoopbackHost(host) || known.has(nameOfHost(host ?? ""))) return await next();
    return problem(c, webRefusal("host.foreign"), { status: 421 });
  });

/** Refuses what a browser sends for another site's page. Programs send neither header. */
export const sameOriginOnly = createMiddleware(async (c, next) => {
  const { origin, host = "" } = c.req.header();
  const site = c.req.header("sec-fetch-site");
  const isOwn = origin === undefined || URL.parse(origin)?.host === host.toLowerCase();
  if (isOwn && (site === undefined || site === "same-origin" || site === "none")) return await next();
  return problem(c, edgeRefusal("origin.foreign"));
});
