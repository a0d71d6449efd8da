import { correlation, withCorrelation } from "@yigong/core/lib/correlation.ts";
import type { Actor } from "@yigong/core/permission/policy.ts";
import type { Context, MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import { type Observe, since } from "../observe/observe.ts";

/** The pattern of the matched route, such as `/s/:token`: the path itself may hold a token. */
export const patternOf = (c: Context): string =>
  matchedRoutes(c)
    .filter(({ method }) => method !== "ALL")
    .at(-1)?.path ?? "none";

/** The actor's roles, without scopes. Who it was is in the audit. */
const rolesOf = (c: Context): string | undefined => {
  const actor = c.get("actor") as Actor | undefined;
  return [...new Set(actor?.grants.map(({ role }) => role))].sort().join(" ") || undefined;
};

/**
 * Runs each request under a correlation, returned in `x-request-id`, and logs one line with its outcome.
 *
 * @param newRequestId - the correlation of a request without one of the platform; a header of the client is never used
 */
export const observeRequests =
  ({ observe, newRequestId }: { observe: Observe; newRequestId: () => string }): MiddlewareHandler =>
  (c, next) =>
    withCorrelation(correlation() ?? newRequestId(), async () => {
      const begun = performance.now();
      await next();
      c.res.headers.set("x-request-id", correlation() ?? "none");
      const { status } = c.res;
      const code = c.get("problem") as string | undefined;
      const route = { method: c.req.method, route: patternOf(c) };
      observe.log("info", "request", { ...route, status, ms: since(begun), roles: rolesOf(c), code });
      observe.count("Requests");
      if (status === 500) observe.count("Faults");
      else if (status >= 400) observe.count("Refusals");
    });
