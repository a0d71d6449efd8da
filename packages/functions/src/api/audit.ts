import { createRoute, z } from "@hono/zod-openapi";
import type { Audits } from "@yigong/core/audit/audit.store.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import { Instant } from "@yigong/core/lib/time.ts";
import { Id as MemberId } from "@yigong/core/member/member.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { actorOf, answers, inOrder, pageOf, routes, security } from "../lib/edge.ts";
import { languageFor } from "../lib/reader.ts";
import { type AuditNames, AuditView, auditViews } from "./audit.view.ts";

const Listing = PageRequest.extend({
  actorId: MemberId.optional(),
  subjectId: z.string().min(1).max(120).optional(),
  action: z.string().min(1).max(80).optional(),
  from: Instant.optional(),
  to: Instant.optional(),
}).refine(...inOrder);

export interface AuditDeps extends AuditNames {
  audits: Pick<Audits, "list">;
}

/** Who did what, over everything. */
export const auditRoutes = (deps: AuditDeps) =>
  routes().openapi(
    createRoute({
      method: "get",
      path: "/audit",
      summary: "Who did what, over everything, newest first",
      tags: ["Audit"],
      security,
      request: { query: Listing },
      responses: answers(pageOf(AuditView), "Audit entries; a filtered page may be shorter than asked for"),
    }),
    async (c) => {
      allow(actorOf(c), "audit.readAll");
      const { limit, cursor, ...filter } = c.req.valid("query");
      const { items, ...page } = await deps.audits.list(filter, { limit, cursor });
      return c.json({ ...page, items: await auditViews(deps, items, languageFor(c)) }, 200);
    },
  );
