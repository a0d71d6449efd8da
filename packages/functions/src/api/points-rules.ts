import { createRoute, z } from "@hono/zod-openapi";
import {
  adoptRules,
  draftRules,
  previewingRules,
  type RuleDeps,
  withdrawRules,
} from "@yigong/application/points/change-rules.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { decimal } from "@yigong/core/points/decimal.ts";
import * as RuleDraft from "@yigong/core/points/rule-draft.ts";
import { RuleSet } from "@yigong/core/points/rules.ts";
import { actorOf, answers, body, routes, STEP_UP, security } from "../lib/edge.ts";
import { IDEMPOTENCY_KEY, keyedId } from "../lib/keyed-id.ts";
import { type PeopleDeps, withPeople, withPeopleOf } from "./names.ts";
import { Points } from "./points.view.ts";

const tags = ["Rules"];
const ById = z.object({ id: RuleDraft.Id });
const Once = z.object({ [IDEMPOTENCY_KEY]: z.string().min(8).max(200).optional() });
const Drafting = z.object({ terms: RuleDraft.Terms, reason: z.string().trim().min(1).max(1000) });
/** Made anew: a schema that was made before the first route was loaded knows nothing of descriptions. */
const RuleSetView = RuleSet.extend({}).openapi("RuleSet");
export const DraftView = z.discriminatedUnion("state", RuleDraft.Info.options).openapi("RuleDraft");
const draft = answers(DraftView, "The draft as it stands");

const Crossing = z.object({ line: z.enum(["zero", "floor", "preference"]), now: z.boolean() });
export const DraftsView = withPeopleOf(z.object({ items: z.array(DraftView) }));

export const PreviewView = z
  .object({
    year: z.int(),
    people: z.int(),
    gain: z.int(),
    lose: z.int(),
    sumBefore: Points,
    sumAfter: Points,
    /** How many would come over each line, and fall below it. */
    crossings: z.array(Crossing.extend({ people: z.int() })),
    items: z.array(
      z.object({
        memberId: z.string(),
        name: z.string(),
        employeeNumber: z.string(),
        before: Points,
        after: Points,
        crossed: z.array(Crossing),
      }),
    ),
    cursor: z.string().optional(),
  })
  .openapi("RulePreview");
const Paging = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.coerce.number().int().min(0).default(0),
});

type Preview = Awaited<ReturnType<ReturnType<typeof previewingRules>>>;

const CROSSINGS = (["zero", "floor", "preference"] as const).flatMap((line) => [
  { line, now: true },
  { line, now: false },
]);

function previewView(
  { effects, names, sumBefore, sumAfter, ...counts }: Preview,
  { limit, cursor: from }: z.output<typeof Paging>,
): z.output<typeof PreviewView> {
  const crossings = CROSSINGS.map(({ line, now }) => ({
    line,
    now,
    people: effects.filter(({ crossed }) => crossed.some((one) => one.line === line && one.now === now)).length,
  }));
  const items = effects.slice(from, from + limit).map(({ before, after, ...effect }) => ({
    ...effect,
    name: names.get(effect.memberId)?.name ?? "",
    employeeNumber: names.get(effect.memberId)?.employeeNumber ?? "",
    before: decimal(before),
    after: decimal(after),
  }));
  const cursor = from + limit < effects.length ? String(from + limit) : undefined;
  return { ...counts, sumBefore: decimal(sumBefore), sumAfter: decimal(sumAfter), crossings, items, cursor };
}

const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });

/** The rules by which points are given: versions, drafts, what a draft would do, adoption. @source docs/ledger.md Rules */
export const ruleRoutes = (deps: RuleDeps & PeopleDeps & { now: () => string }) => {
  const previewOf = previewingRules(deps);
  return routes()
    .openapi(
      createRoute({
        ...route("/rule-sets", "All versions of the rules; points are whole hundredths"),
        method: "get",
        responses: answers(z.object({ items: z.array(RuleSetView) }), "Versions in order"),
      }),
      async (c) => {
        allow(actorOf(c), "rules.read");
        return c.json({ items: await deps.ruleSets.adopted() }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/rule-drafts", "Drafts of new rules, adopted and withdrawn ones too"),
        method: "get",
        responses: answers(DraftsView, "Drafts, oldest first"),
      }),
      async (c) => {
        allow(actorOf(c), "rules.readDrafts");
        const items = await deps.ruleSets.drafts();
        return c.json(await withPeople(deps, { items }), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/rule-drafts", "Draft new rules"),
        method: "post",
        request: { headers: Once, ...body(Drafting) },
        responses: draft,
      }),
      async (c) => {
        const by = allow(actorOf(c), "rules.draft");
        const id = keyedId(deps.newId, "rul", { memberId: by.actorId, key: c.req.valid("header")[IDEMPOTENCY_KEY] });
        return c.json(await draftRules(deps, { id, ...c.req.valid("json") }, { by, at: deps.now() }), 200);
      },
    )
    .openapi(
      createRoute({
        ...route(
          "/rule-drafts/{id}/preview",
          "What this year would be under a draft: who gains, loses, crosses a line",
        ),
        method: "get",
        request: { params: ById, query: Paging },
        responses: answers(PreviewView, "Counts, and those for whom something would change"),
      }),
      async (c) => {
        allow(actorOf(c), "rules.readDrafts");
        const preview = await previewOf(c.req.valid("param").id);
        return c.json(previewView(preview, c.req.valid("query")), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/rule-drafts/{id}/adopt", "Adopt a draft as the next version, as a second person"),
        ...STEP_UP,
        method: "post",
        request: { params: ById },
        responses: draft,
      }),
      async (c) => {
        const by = allow(actorOf(c), "rules.adopt");
        return c.json(await adoptRules(deps, c.req.valid("param").id, { by, at: deps.now() }), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/rule-drafts/{id}/withdraw", "Withdraw a draft"),
        method: "post",
        request: { params: ById },
        responses: draft,
      }),
      async (c) => {
        const by = allow(actorOf(c), "rules.draft");
        return c.json(await withdrawRules(deps, c.req.valid("param").id, { by, at: deps.now() }), 200);
      },
    );
};
