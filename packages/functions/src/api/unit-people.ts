import { createRoute, z } from "@hono/zod-openapi";
import type { Books } from "@yigong/application/search/search-books.ts";
import { staffUnits } from "@yigong/application/search/staff-units.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { actorOf, answers, routes, security } from "../lib/edge.ts";
import { StaffingView } from "./unit-people.view.ts";

interface UnitPeopleDeps {
  books: Pick<Books, "people" | "units">;
  now: () => string;
  zone: string;
}

/** How many people units have, and who leads them. */
export const unitPeopleRoutes = (deps: UnitPeopleDeps) =>
  routes().openapi(
    createRoute({
      method: "get",
      path: "/units/people",
      summary: "How many people each unit has, and who leads it",
      tags: ["Organization"],
      security,
      responses: answers(z.object({ items: z.array(StaffingView) }), "One for each unit"),
    }),
    async (c) => {
      allow(actorOf(c), "organization.read");
      const at = deps.now();
      return c.json({ items: await staffUnits(deps, { at, day: dayOf(at, deps.zone) }) }, 200);
    },
  );
