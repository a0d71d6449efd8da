import { createRoute, z } from "@hono/zod-openapi";
import type { Activities } from "@yigong/core/activity/activity.store.ts";
import { Activity } from "@yigong/core/activity/index.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import { yearOf } from "@yigong/core/lib/time.ts";
import { Member } from "@yigong/core/member/index.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import type { Ledger } from "@yigong/core/points/points.store.ts";
import { type Entry, Entry as EntrySchema } from "@yigong/core/points/points.ts";
import { decimal } from "@yigong/core/points/rules.ts";
import { actorOf, answers, pageOf, routes, security } from "../lib/edge.ts";

const tags = ["Points"];
const Points = z
  .string()
  .regex(/^-?\d+\.\d{2}$/)
  .describe("points with two decimals, such as 4.50");
const line = EntrySchema.shape.lines.element.extend({ points: Points });

/** An entry with its reasons: the activity, the rule set and the lines it comes from. */
const EntryView = EntrySchema.omit({ debit: true, credit: true })
  .extend({ activityId: z.string(), points: Points, lines: z.array(line) })
  .openapi("PointEntry");

const entryView = ({ debit, credit: _, points, lines, ...entry }: Entry) => ({
  ...entry,
  activityId: debit.slice("issuer:".length),
  points: decimal(points),
  lines: lines.map((each) => ({ ...each, points: decimal(each.points) })),
});

const YearView = z
  .object({
    memberId: z.string(),
    year: z.int(),
    points: Points,
    attendances: z.int(),
    workdays: z.string(),
    covers: z.int(),
    entries: pageOf(EntryView),
  })
  .openapi("PointYear");

export interface PointDeps {
  activities: Activities;
  members: {
    get(id: string): Promise<Member.Info>;
    byPseudonym(pseudonyms: readonly string[]): Promise<Map<string, Member.Info>>;
  };
  ledger: Ledger;
  zone: string;
  now: () => string;
}

/** Points of a person's year, and what an activity issued. */
export const pointRoutes = (deps: PointDeps) =>
  routes()
    .openapi(
      createRoute({
        method: "get",
        path: "/members/{id}/points",
        summary: "A person's points of a year, entry by entry",
        tags,
        security,
        request: {
          params: z.object({ id: z.union([Member.Id, z.literal("me")]) }),
          query: PageRequest.extend({ year: z.coerce.number().int().optional() }),
        },
        responses: answers(YearView, "Balance and entries"),
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        const { year: asked, ...page } = c.req.valid("query");
        const actor = actorOf(c);
        const member = await deps.members.get(id === "me" ? actor.memberId : id);
        allow(actor, "points.read", { ownerId: member.id });
        const year = asked ?? yearOf(deps.now(), deps.zone);
        const balance = (await deps.ledger.balances([member.pseudonym], year)).get(member.pseudonym);
        const { items, cursor } = await deps.ledger.entriesOf(member.pseudonym, year, page);
        const { points = 0, attendances = 0, halfDays = 0, covers = 0 } = balance ?? {};
        const workdays = `${Math.trunc(halfDays / 2)}.${(halfDays % 2) * 5}`;
        return c.json(
          {
            memberId: member.id,
            year,
            points: decimal(points),
            attendances,
            workdays,
            covers,
            entries: { items: items.map(entryView), cursor },
          },
          200,
        );
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
        responses: answers(pageOf(EntryView.extend({ memberId: z.string().optional() })), "Entries with their people"),
      }),
      async (c) => {
        const activity = await deps.activities.get(c.req.valid("param").id);
        allow(actorOf(c), "points.read", { ownerId: activity.organizerId });
        const { items, cursor } = await deps.ledger.issuedBy(activity.id, c.req.valid("query"));
        const people = await deps.members.byPseudonym(items.map(({ credit }) => credit.slice("person:".length)));
        const view = (entry: Entry) => ({
          ...entryView(entry),
          memberId: people.get(entry.credit.slice("person:".length))?.id,
        });
        return c.json({ items: items.map(view), cursor }, 200);
      },
    );
