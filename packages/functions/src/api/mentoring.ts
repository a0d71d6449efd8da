import { createRoute, z } from "@hono/zod-openapi";
import {
  consentToMentoring,
  declineMentoring,
  endMentoring,
  extendMentoring,
  helpInHardship,
  meetMentee,
  proposeMentoring,
} from "@yigong/application/mentoring/change-mentoring.ts";
import { mentoringFigures } from "@yigong/application/mentoring/count-mentoring.ts";
import { sightOf } from "@yigong/application/mentoring/may-see.ts";
import type { MentoringDeps } from "@yigong/application/mentoring/mentoring-stores.ts";
import { pairNamed } from "@yigong/application/mentoring/name-pair.ts";
import { entryOf } from "@yigong/core/audit/audit.ts";
import { CalendarYear, Day } from "@yigong/core/lib/time.ts";
import * as Member from "@yigong/core/member/member.ts";
import { Mentoring, Rank } from "@yigong/core/mentoring/index.ts";
import { allow, may } from "@yigong/core/permission/policy.ts";
import type { Context } from "hono";
import { actorOf, answers, body, type Env, routes, security } from "../lib/edge.ts";
import { IDEMPOTENCY_KEY, keyedId } from "../lib/keyed-id.ts";
import { MentoringFiguresView, MentoringList, MentoringView, OwnMentorings } from "./mentoring.view.ts";
import { arrangedPairs, showMentorings } from "./show-mentoring.ts";

const tags = ["Training"];
const ById = z.object({ id: Mentoring.Id });
const Once = z.object({ [IDEMPOTENCY_KEY]: z.string().min(8).max(200).optional() });
const EmployeeNumber = z.string().trim().min(1).max(32);
const New = z.object({
  kind: Mentoring.Kind,
  ...{ mentorId: Member.Id.optional(), menteeId: Member.Id.optional() },
  /** Instead of the id: heads of departments know their people by number, and may search for nobody. */
  ...{ mentorNumber: EmployeeNumber.optional(), menteeNumber: EmployeeNumber.optional() },
  rankingId: Rank.RankingId.optional(),
});
const view = answers(MentoringView, "The pair");
const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });

export interface MentoringRouteDeps extends MentoringDeps {
  now: () => string;
}

/** Who helps whom, under `/mentorings`. Whoever may not see a pair learns nothing of it. @source docs/domain.md W2–W5 */
export const mentoringRoutes = (deps: MentoringRouteDeps) => {
  const { mentorings, now } = deps;
  const acts = {
    consent: consentToMentoring(deps),
    decline: declineMentoring(deps),
    end: endMentoring(deps),
    meet: meetMentee(deps),
    help: helpInHardship(deps),
    extend: extendMentoring(deps),
    propose: proposeMentoring(deps),
  };
  const count = mentoringFigures(deps);
  const own = (c: Context<Env>) => allow(actorOf(c), "mentoring.take", { ownerId: actorOf(c).memberId });
  const show = async (c: Context<Env>, id: string) => {
    const [one, { memberId }] = [await mentorings.get(id), actorOf(c)];
    const sight = await sightOf(deps, one, memberId);
    if (sight === "head" || sight === "officer")
      await deps.mentorings.keep([
        entryOf(deps.newId, { by: own(c), at: now(), subjectId: id, action: "mentoring.read" }),
      ]);
    const [shown] = await showMentorings(deps, [{ one, sight }]);
    return shown as z.output<typeof MentoringView>;
  };
  return routes()
    .openapi(
      createRoute({
        ...route("/me/mentorings", "My mentoring: as a mentor and as a mentee"),
        method: "get",
        responses: answers(OwnMentorings, "My pairs, the latest first"),
      }),
      async (c) => {
        const { memberId } = actorOf(c);
        own(c);
        const found = (await mentorings.ofMember(memberId)).sort((a, b) => (a.proposedAt < b.proposedAt ? 1 : -1));
        const seen = found.map((one) => ({
          one,
          sight: one.mentorId === memberId ? ("mentor" as const) : ("mentee" as const),
        }));
        return c.json(OwnMentorings.parse({ items: await showMentorings(deps, seen) }), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/mentorings", "List the pairs that I arrange; the reading is recorded"),
        method: "get",
        responses: answers(MentoringList, "Pairs of my department, or of all for the alliance's one person"),
      }),
      async (c) => {
        const by = own(c);
        const seen = await arrangedPairs(deps, by.actorId, may(actorOf(c), "mentoring.count"));
        if (seen.length > 0)
          await deps.mentorings.keep([
            entryOf(deps.newId, { by, at: now(), subjectId: by.actorId, action: "mentoring.list" }),
          ]);
        return c.json({ items: await showMentorings(deps, seen) }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/mentorings", "Propose a pair; both are asked"),
        method: "post",
        request: { headers: Once, ...body(New) },
        responses: view,
      }),
      async (c) => {
        const [{ kind, rankingId, ...people }, key, by] = [
          c.req.valid("json"),
          c.req.valid("header")[IDEMPOTENCY_KEY],
          own(c),
        ];
        const id = Mentoring.Id.parse(keyedId(deps.newId, "mtr", { memberId: by.actorId, key }));
        const arranges = actorOf(c).grants.some(({ role, scope }) => role === "alliance" && scope.kind === "all");
        const said = { kind, rankingId, ...(await pairNamed(deps, people)) };
        const one = await acts.propose(said, { id, by, at: now(), arranges });
        const [shown] = await showMentorings(deps, [{ one, sight: "officer" }]);
        return c.json(shown as z.output<typeof MentoringView>, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/mentorings/figures", "What mentoring came to in a year, in counts"),
        method: "get",
        request: { query: z.object({ year: CalendarYear }) },
        responses: answers(MentoringFiguresView, "Counts; nothing of fewer than five people"),
      }),
      async (c) => {
        allow(actorOf(c), "mentoring.count");
        const { year } = c.req.valid("query");
        return c.json({ year, ...(await count(year)) }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/mentorings/{id}", "Read a pair; a reading by who is not in it is recorded"),
        method: "get",
        request: { params: ById },
        responses: view,
      }),
      async (c) => c.json(await show(c, c.req.valid("param").id), 200),
    )
    .openapi(
      createRoute({
        ...route("/mentorings/{id}/consent", "Agree to a pair"),
        method: "post",
        request: { params: ById },
        responses: view,
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        await acts.consent(id, { by: own(c), at: now() });
        return c.json(await show(c, id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/mentorings/{id}/decline", "Do not agree to a pair; nobody asks why"),
        method: "post",
        request: { params: ById },
        responses: view,
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        await acts.decline(id, { by: own(c), at: now() });
        return c.json(await show(c, id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/mentorings/{id}/end", "End a pair; the mentee gives no reason"),
        method: "post",
        request: { params: ById, ...body(z.object({ reason: z.string().trim().min(2).max(500).optional() })) },
        responses: view,
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        await acts.end(id, { by: own(c), at: now(), ...c.req.valid("json") });
        return c.json(await show(c, id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/mentorings/{id}/contacts", "Write down that a pair met"),
        method: "post",
        request: { params: ById, ...body(Mentoring.Contact) },
        responses: view,
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        await acts.meet(id, c.req.valid("json"), { by: own(c), at: now() });
        return c.json(await show(c, id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/mentorings/{id}/help", "Write down help in hardship"),
        method: "post",
        request: { params: ById, ...body(Mentoring.Help) },
        responses: view,
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        await acts.help(id, c.req.valid("json"), { by: own(c), at: now() });
        return c.json(await show(c, id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/mentorings/{id}/term", "Make the term of a pair longer"),
        method: "put",
        request: { params: ById, ...body(z.object({ until: Day, version: z.int().nonnegative() })) },
        responses: view,
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        await acts.extend(id, c.req.valid("json"), { by: own(c), at: now() });
        return c.json(await show(c, id), 200);
      },
    );
};
