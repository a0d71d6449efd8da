import type { Table } from "@yigong/core/lib/table.ts";
import type { Actor } from "@yigong/core/permission/policy.ts";
import type { Grant, Role } from "@yigong/core/permission/role.ts";
import { memberRoutes } from "@yigong/functions/api/member.ts";
import { organizationRoutes } from "@yigong/functions/api/organization.ts";
import { onError } from "@yigong/functions/api/problem.ts";
import { rosterRoutes } from "@yigong/functions/api/roster.ts";
import { shiftRoutes } from "@yigong/functions/api/shift.ts";
import { routes } from "@yigong/functions/lib/edge.ts";
import { rosterOn } from "./roster-world.ts";

export const NOW = "2026-09-01T01:00:00.000Z";

export const actor = (memberId: string, ...grants: { role: Role; scope?: Grant["scope"] }[]): Actor => ({
  memberId,
  grants: grants.map(({ role, scope = { kind: "all" } }) => ({ role, scope, from: NOW })),
});
export const ADMIN = actor(`mem_${"9".repeat(26)}`, { role: "administrator" });

/** The routes of roster and organization over one table, and a way to call them as somebody. */
export function rosterApi(table: Table) {
  const deps = { ...rosterOn(table), now: () => NOW };
  let who = ADMIN;
  const app = routes();
  app.use(async (c, next) => {
    c.set("actor", who);
    await next();
  });
  for (const group of [memberRoutes(deps), organizationRoutes(deps), rosterRoutes(deps), shiftRoutes(deps)])
    app.route("/", group);
  app.onError(
    onError((error) => {
      throw error;
    }),
  );
  const call = async (as: Actor, method: string, path: string, body?: object | FormData) => {
    who = as;
    const json = body && !(body instanceof FormData);
    const response = await app.request(path, {
      method,
      ...(body && { body: json ? JSON.stringify(body) : body }),
      ...(json && { headers: { "content-type": "application/json" } }),
    });
    // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
    return { status: response.status, body: (await response.json()) as any };
  };
  return { deps, call };
}
