import { createRoute, z } from "@hono/zod-openapi";
import type { Backups } from "@yigong/application/ports/backups.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { actorOf, answers, routes, security } from "../lib/edge.ts";

const BackupsView = z
  .object({
    /** `machine` makes copies of itself; with `none` it was told not to, or its services keep the data. */
    kept: z.enum(["machine", "none"]),
    directory: z.string().optional(),
    copies: z.int().optional(),
    lastAt: z.string().optional(),
    isUnderWay: z.boolean().optional(),
    isOverdue: z.boolean().optional(),
    lastFailedAt: z.string().optional(),
    lastFault: z.string().optional(),
  })
  .openapi("Backups");

/** How the copies of the installation's data stand, for administrators. */
export const backupRoutes = ({ backups }: { backups?: Backups | undefined }) =>
  routes().openapi(
    createRoute({
      path: "/settings/backups",
      summary: "The copies of the installation's data: the newest, and whether they fail",
      tags: ["Organization"],
      security,
      method: "get",
      responses: answers(BackupsView, "How the copies stand"),
    }),
    async (c) => {
      allow(actorOf(c), "organization.change");
      return c.json(
        backups ? { kept: "machine" as const, ...(await backups.state()) } : { kept: "none" as const },
        200,
      );
    },
  );
