import { correlation, withCorrelation } from "@yigong/core/lib/correlation.ts";
import type { Actor } from "@yigong/core/permission/policy.ts";
import type { Context, MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import { type Observe, since } from "../observe/observe.ts";

/** The pattern of the route that answered, such as `/s/:token`: the address itself may hold a token. */
export const patternOf = (c: Context): string =>
  matchedRoutes(c)
    .filter(({ method }) => method !== "ALL")
    .at(-1)?.path ?? "none";

/** The kinds of roles of whoever asked; who it was is in the audit. */
const rolesOf = (c: Context): string | undefined => {
  const actor = c.get("actor") as Actor | undefined;
  return [...new Set(actor?.grants.map(({ role }) => role))].sort().join(" ") || undefined;
};

/**
 * Gives each request a correlation, tells it in `x-request-id`, and says in one line how the request ended.
 *
 * @param newRequestId - names a request that the platform has not named; what a client says is never taken
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
