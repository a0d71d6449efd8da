import { createRoute, z } from "@hono/zod-openapi";
import { headOf } from "@yigong/application/nomination/head-of.ts";
import { listNominations } from "@yigong/application/nomination/list-nominations.ts";
import type { NominationDeps } from "@yigong/application/nomination/nomination-stores.ts";
import { offerPlaces, withdrawPlaces } from "@yigong/application/nomination/offer-places.ts";
import { rankCandidates } from "@yigong/application/nomination/rank-candidates.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import { plainText } from "@yigong/core/lib/plain-text.ts";
import { Nomination } from "@yigong/core/nomination/index.ts";
import { nominationRefusal } from "@yigong/core/nomination/nomination.refusals.ts";
import { allow, may } from "@yigong/core/permission/policy.ts";
import { actorOf, answers, body, pageOf, routes, security } from "../lib/edge.ts";
import { editing } from "../lib/editing.ts";
import { IDEMPOTENCY_KEY, keyedId } from "../lib/keyed-id.ts";
import {
  ListedNomination,
  listedNomination,
  NominationView,
  nominationView,
  OwnNomination,
  ownNomination,
} from "./nomination.view.ts";

const tags = ["Training"];
const ById = z.object({ id: Nomination.Id });
const Once = z.object({ [IDEMPOTENCY_KEY]: z.string().min(8).max(200).optional() });
const Reason = z.object({ version: z.int().nonnegative(), reason: plainText(2, 1000) });
const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });
const view = answers(NominationView, "The offer with its candidates in their order");

export interface NominationRouteDeps extends NominationDeps {
  units: NominationDeps["units"] & Parameters<typeof listNominations>[0]["units"];
  now: () => string;
}

/** Reads an offer with its sheet, as it stands now, and the names of whom it is about. */
export const showing = (deps: NominationRouteDeps) => async (id: string) => {
  const held = await deps.nominations.get(id);
  const [sheet, { headId }] = await Promise.all([
    rankCandidates(deps)(held, deps.now()),
    headOf(deps, held.departmentId),
  ]);
  const decidedBy = held.state === "decided" ? held.decision.by : undefined;
  const named = [...sheet.map(({ memberId }) => memberId), headId, decidedBy].filter((one) => one !== undefined);
  const people = await deps.members.getMany([...new Set(named)]);
  return nominationView(held, { sheet, people, headId, seed: Nomination.seedOfDraw(held, deps.zone) });
};

/** Offers of external places, under `/nominations`. @source docs/domain.md T4 */
export const nominationRoutes = (deps: NominationRouteDeps) => {
  const { nominations, newId, now, zone } = deps;
  const [offer, withdraw, show, list] = [offerPlaces(deps), withdrawPlaces(deps), showing(deps), listNominations(deps)];
  return routes()
    .openapi(
      createRoute({
        ...route("/nominations", "Offer places of an external course to a department"),
        method: "post",
        request: { headers: Once, ...body(Nomination.Writing) },
        responses: view,
      }),
      async (c) => {
        const [said, key] = [c.req.valid("json"), c.req.valid("header")[IDEMPOTENCY_KEY]];
        const by = allow(actorOf(c), "nomination.offer");
        const id = Nomination.Id.parse(keyedId(newId, "nom", { memberId: by.actorId, key }));
        await offer(said, { id, by, at: now() });
        return c.json(await show(id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/nominations", "List the offers of external places that concern the reader"),
        method: "get",
        request: { query: PageRequest },
        responses: answers(pageOf(ListedNomination), "Offers, the newest first"),
      }),
      async (c) => {
        const actor = actorOf(c);
        allow(actor, "nomination.readOwn", { ownerId: actor.memberId });
        const isWhole = may(actor, "nomination.read");
        const { items, heads, cursor } = await list(c.req.valid("query"), { memberId: actor.memberId, isWhole });
        const { memberId } = actor;
        const shown = items.map((one) => listedNomination(one, { memberId, headId: heads.get(one.departmentId) }));
        return c.json({ items: shown, cursor }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/nominations/{id}", "Read an offer with its candidates, every key and the order"),
        method: "get",
        request: { params: ById },
        responses: view,
      }),
      async (c) => {
        const shown = await show(c.req.valid("param").id);
        allow(actorOf(c), "nomination.read", { ownerId: shown.headId });
        return c.json(shown, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/nominations/{id}/mine", "Read how one stood oneself in an offer"),
        method: "get",
        request: { params: ById },
        responses: answers(OwnNomination, "The reader's own line"),
      }),
      async (c) => {
        const [{ memberId }, held] = [actorOf(c), await nominations.get(c.req.valid("param").id)];
        allow(actorOf(c), "nomination.readOwn", { ownerId: memberId });
        if (!held.candidates.some((one) => one.memberId === memberId)) throw nominationRefusal("nomination.missing");
        return c.json(ownNomination(held, memberId, Nomination.seedOfDraw(held, zone)), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/nominations/{id}/withdrawal", "Withdraw an offer of external places, with a reason"),
        method: "post",
        request: { params: ById, ...body(Reason) },
        responses: view,
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        const act = { by: allow(actorOf(c), "nomination.offer"), at: now(), ...c.req.valid("json") };
        await editing(
          {},
          () => withdraw(id, act),
          async () => ({ shown: await show(id) }),
        );
        return c.json(await show(id), 200);
      },
    );
};
