import { createRoute, z } from "@hono/zod-openapi";
import {
  type ListArchivesDeps,
  type ListedArchive,
  listArchives,
  STATES,
} from "@yigong/application/archive/list-archives.ts";
import { Register } from "@yigong/core/archive/index.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { actorOf, answers, countedPageOf, Offset, routes, security } from "../lib/edge.ts";
import { RegisterLineView } from "./register-board.view.ts";

const Listing = PageRequest.extend({
  offset: Offset,
  owner: Register.RegisterOwner.optional(),
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .optional(),
  state: z.enum(STATES).optional(),
  typical: z
    .enum(["true", "false"])
    .transform((said) => said === "true")
    .optional(),
});

const lineView = ({ activity, archive, state, isTypical }: ListedArchive): z.output<typeof RegisterLineView> =>
  RegisterLineView.parse({
    ...(archive.status === "filed" && { ...archive, materials: archive.materialIds.length }),
    activityId: activity.id,
    title: activity.title,
    owner: archive.owner ?? activity.branchId ?? "committee",
    endsAt: activity.endsAt,
    dueAt: activity.archiveDueAt,
    state,
    isTypical,
  });

/** The register as work to be done: what is filed, due and overdue. */
export const registerBoardRoutes = (deps: ListArchivesDeps & { now: () => string }) =>
  routes().openapi(
    createRoute({
      method: "get",
      path: "/register/archives",
      summary: "Archives by due instant: filed on time or late, due, overdue",
      tags: ["Archive"],
      security,
      request: { query: Listing },
      responses: answers(countedPageOf(RegisterLineView), "Activities that are over, by when their archive is due"),
    }),
    async (c) => {
      const { limit, cursor, offset, ...filter } = c.req.valid("query");
      const branch = filter.owner === undefined || filter.owner === "committee" ? {} : { branchId: filter.owner };
      allow(actorOf(c), "register.read", branch);
      const { items, ...page } = await listArchives(deps, filter, { at: deps.now(), place: { limit, cursor, offset } });
      return c.json({ ...page, items: items.map(lineView) }, 200);
    },
  );
