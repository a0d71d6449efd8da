import { createRoute, z } from "@hono/zod-openapi";
import { explainEntries, type YearDeps, yearOfMember } from "@yigong/application/points/explain-year.ts";
import type { Activities } from "@yigong/core/activity/activity.store.ts";
import { Activity } from "@yigong/core/activity/index.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import { CalendarYear, yearOf } from "@yigong/core/lib/time.ts";
import { Member } from "@yigong/core/member/index.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import type { Ledger } from "@yigong/core/points/points.store.ts";
import { pseudonymOf } from "@yigong/core/points/points.ts";
import { actorOf, answers, pageOf, routes, security } from "../lib/edge.ts";
import { EntryView, YearView } from "./points.view.ts";

const tags = ["Points"];

/** An entry and whose it is, unless their pseudonym was forgotten. */
const OwnedEntry = EntryView.extend({
  memberId: z.string().optional(),
  name: z.string().optional(),
  employeeNumber: z.string().optional(),
});

export interface PointDeps extends YearDeps {
  activities: Pick<Activities, "get" | "find">;
  members: {
    get(id: string): Promise<Member.Info>;
    byPseudonym(pseudonyms: readonly string[]): Promise<Map<string, Member.Info>>;
  };
  ledger: Pick<Ledger, "balances" | "entriesOf" | "issuedBy">;
  now: () => string;
}

/** Points of a person's year, and what an activity issued. @source docs/domain.md I2–I5 */
export const pointRoutes = (deps: PointDeps) =>
  routes()
    .openapi(
      createRoute({
        method: "get",
        path: "/members/{id}/points",
        summary: "A person's points of a year, entry by entry, and where they stand against the year's lines",
        tags,
        security,
        request: {
          params: z.object({ id: z.union([Member.Id, z.literal("me")]) }),
          query: PageRequest.extend({ year: CalendarYear.optional() }),
        },
        responses: answers(YearView, "Balance, progress and entries"),
      }),
      async (c) => {
        const [actor, at] = [actorOf(c), deps.now()];
        const { id } = c.req.valid("param");
        const { year = yearOf(at, deps.zone), ...page } = c.req.valid("query");
        const member = await deps.members.get(id === "me" ? actor.memberId : id);
        allow(actor, "points.read", { ownerId: member.id });
        const { name, employeeNumber } = member;
        const standing = await yearOfMember(deps, member, { year, page, at });
        return c.json(YearView.parse({ ...standing, name, employeeNumber }), 200);
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/activities/{id}/points",
        summary: "The points an activity gave",
        tags,
        security,
        request: { params: z.object({ id: Activity.Id }), query: PageRequest },
        responses: answers(pageOf(OwnedEntry), "Entries with their people"),
      }),
      async (c) => {
        const activity = await deps.activities.get(c.req.valid("param").id);
        allow(actorOf(c), "points.read", { ownerId: activity.organizerId });
        const { items, cursor } = await deps.ledger.issuedBy(activity.id, c.req.valid("query"));
        const people = await deps.members.byPseudonym(items.map(pseudonymOf));
        const views = (await explainEntries(deps, items)).map((entry) => EntryView.parse(entry));
        const owned = views.map((view, at) => {
          const entry = items[at];
          const person = entry && people.get(pseudonymOf(entry));
          return { ...view, memberId: person?.id, name: person?.name, employeeNumber: person?.employeeNumber };
        });
        return c.json({ items: owned, cursor }, 200);
      },
    );
