import { createRoute, z } from "@hono/zod-openapi";
import { leavingEffects } from "@yigong/application/member/follow-member.ts";
import { giveRole } from "@yigong/application/member/give-role.ts";
import { nameDeputy } from "@yigong/application/member/name-deputy.ts";
import type { RoleDeps } from "@yigong/application/member/role-stores.ts";
import { skillEffects } from "@yigong/application/member/skill-effects.ts";
import { takeRole } from "@yigong/application/member/take-role.ts";
import { requireUnits } from "@yigong/application/organization/require-units.ts";
import type { Wake } from "@yigong/application/ports/wake.ts";
import { listMembers } from "@yigong/application/search/list-members.ts";
import type { Books } from "@yigong/application/search/search-books.ts";
import { type RevokeDeps, revokeAll } from "@yigong/application/session/revoke-all.ts";
import { entryOf } from "@yigong/core/audit/audit.ts";
import { dayOf, Instant } from "@yigong/core/lib/time.ts";
import * as Member from "@yigong/core/member/member.ts";
import { Deputy, join, Newcomer, Patch, revise } from "@yigong/core/member/revise.ts";
import { UnitId } from "@yigong/core/organization/organization.ts";
import { type Action, type Actor, allow } from "@yigong/core/permission/policy.ts";
import { Role, Scope } from "@yigong/core/permission/role.ts";
import { actorOf, answers, body, countedPageOf, routes, security } from "../lib/edge.ts";
import { editing } from "../lib/editing.ts";
import { MemberView, memberView, subjectOf } from "./member.view.ts";
import { Listing, queryOf } from "./member-list.ts";

const tags = ["Members"];
const ById = z.object({ id: Member.Id });
const NewGrant = z.object({ role: Role, scope: Scope, from: Instant.optional(), until: Instant.optional() });
const Held = z
  .object({ role: Role, scope: z.enum(["all", "branch", "team"]).default("all"), unitId: UnitId.optional() })
  .refine(({ scope, unitId }) => (scope === "all") === (unitId === undefined), "a branch or team needs its unitId");
const Contact = z.object({ mobile: z.string().optional(), email: z.string().optional() });

const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });
const oneMember = answers(MemberView, "The member");

export interface MemberDeps extends RoleDeps, RevokeDeps {
  /** The alliance's time zone. */
  zone: string;
  books: Pick<Books, "people">;
  now: () => string;
  wake: Wake;
}

/** Everybody on the roster, under `/members`. */
export const memberRoutes = (deps: MemberDeps) => {
  const moment = async () => {
    const [at, { zone, codeVersion }] = [deps.now(), await deps.settings.get()];
    return { at, day: dayOf(at, zone), codeVersion };
  };
  const principalsOf = (shown: readonly Member.Info[]) => deps.members.getMany(shown.flatMap(Member.principalsOf));
  const show = async (member: Member.Info) =>
    memberView(member, { ...(await moment()), principals: await principalsOf([member]) });
  /** What somebody else made of a member; the fields of a change are not all where the view has them. */
  const current = async (member: Member.Info, day: string) => {
    const held = {
      politicalStatus: Member.politicalStatusOn(member, day),
      affiliation: Member.affiliationOn(member, day),
    };
    return { shown: await show(member), held: { ...member, ...held } };
  };
  const listed = async (query: ReturnType<typeof queryOf>) => {
    const when = await moment();
    return [when, await listMembers(deps, query, when)] as const;
  };
  /** Lets an actor do something about a member. */
  const about = async (actor: Actor, action: Action, id: string) => {
    const [member, { at, day }] = [await deps.members.get(id), await moment()];
    return { member, day, by: { ...allow(actor, action, subjectOf(member, day)), at } };
  };

  return routes()
    .openapi(
      createRoute({
        ...route("/members", "List the roster"),
        method: "get",
        request: { query: Listing },
        responses: answers(countedPageOf(MemberView), "Members, and how many match in all"),
      }),
      async (c) => {
        const query = queryOf(c.req.valid("query"));
        allow(actorOf(c), "member.read", { branchId: query.branch, teamIds: query.team ? [query.team] : [] });
        const [when, { items, ...page }] = await listed(query);
        const principals = await principalsOf(items);
        return c.json({ ...page, items: items.map((member) => memberView(member, { ...when, principals })) }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/members", "Put somebody on the roster"),
        method: "post",
        request: body(Newcomer),
        responses: oneMember,
      }),
      async (c) => {
        const [{ at, day }, newcomer, id] = [await moment(), c.req.valid("json"), deps.newId("mem")];
        const by = { ...allow(actorOf(c), "member.change"), at };
        await requireUnits(deps.units, newcomer);
        const to = join(newcomer, { id, pseudonym: deps.newId("psn").slice(4), day });
        return c.json(
          await show(
            await deps.members.add({
              to,
              at,
              audit: [entryOf(deps.newId, { subjectId: id, at: by.at, action: "member.add", by })],
            }),
          ),
          200,
        );
      },
    )
    .openapi(createRoute({ ...route("/members/me", "Who I am"), method: "get", responses: oneMember }), async (c) =>
      c.json(await show(await deps.members.get(actorOf(c).memberId)), 200),
    )
    .openapi(
      createRoute({
        ...route("/members/me/acceptance", "Accept the service spirit and the four-part code"),
        method: "post",
        request: body(z.object({ version: z.int().positive() })),
        responses: oneMember,
      }),
      async (c) => {
        const [{ memberId: id }, { version }, { at, day, codeVersion }] = [
          actorOf(c),
          c.req.valid("json"),
          await moment(),
        ];
        allow(actorOf(c), "member.accept", { ownerId: id });
        const accepted = await deps.members.change(id, (member) => ({
          to: Member.accept(member, { version, inForce: codeVersion, at, day }),
          at,
        }));
        return c.json(await show(accepted), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/members/{id}", "Read a member"),
        method: "get",
        request: { params: ById },
        responses: oneMember,
      }),
      async (c) => c.json(await show((await about(actorOf(c), "member.read", c.req.valid("param").id)).member), 200),
    )
    .openapi(
      createRoute({
        ...route("/members/{id}/contact", "Read a member's phone number and mail address; the asking is recorded"),
        method: "get",
        request: { params: ById },
        responses: answers(Contact, "How to reach the member"),
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        const { member, by } = await about(actorOf(c), "member.readContact", id);
        const audit = [entryOf(deps.newId, { subjectId: id, at: by.at, action: "member.readContact", by })];
        await deps.members.change(id, (same) => ({ to: same, at: by.at, audit }));
        return c.json(Contact.parse(member), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/members/{id}", "Change a member"),
        method: "patch",
        request: { params: ById, ...body(Patch) },
        responses: oneMember,
      }),
      async (c) => {
        const [{ id }, patch] = [c.req.valid("param"), c.req.valid("json")];
        const { by, day } = await about(actorOf(c), "member.change", id);
        await requireUnits(deps.units, { teamIds: patch.teamIds, ...patch.affiliation });
        const audit = [
          entryOf(deps.newId, {
            subjectId: id,
            at: by.at,
            action: "member.change",
            by,
            detail: { fields: Object.keys(patch) },
          }),
        ];
        const save = () =>
          deps.members.change(id, (member) => {
            const to = revise(member, patch, day);
            const effects = [
              ...leavingEffects(member, { ...to, version: member.version + 1 }, by.at),
              ...skillEffects(member, to, by.at, deps.zone),
            ];
            return { to, at: by.at, audit, effects };
          });
        const changed = await editing(patch, save, async () => current(await deps.members.get(id), day));
        deps.wake();
        return c.json(await show(changed), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/members/{id}/sessions", "Sign a member out everywhere, and revoke their tokens"),
        method: "delete",
        request: { params: ById },
        responses: answers(z.object({ ended: z.int() }), "How many sessions have ended"),
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        const { by } = await about(actorOf(c), "session.revoke", id);
        return c.json({ ended: await revokeAll(deps, id, by) }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/members/{id}/roles", "Give a role"),
        method: "post",
        request: { params: ById, ...body(NewGrant) },
        responses: oneMember,
      }),
      async (c) => {
        const [{ id }, { from = deps.now(), ...grant }] = [c.req.valid("param"), c.req.valid("json")];
        const { by } = await about(actorOf(c), "role.grant", id);
        return c.json(await show(await giveRole(deps, id, { ...grant, from }, by)), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/members/{id}/roles", "Take a role away"),
        method: "delete",
        request: { params: ById, query: Held },
        responses: oneMember,
      }),
      async (c) => {
        const [{ id }, { role, scope: kind, unitId }] = [c.req.valid("param"), c.req.valid("query")];
        const { by } = await about(actorOf(c), "role.grant", id);
        const scope = Scope.parse({ kind, unitId });
        return c.json(await show(await takeRole(deps, id, { role, scope }, by)), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/members/{id}/deputies", "Name a deputy for a role and a period"),
        method: "post",
        request: { params: ById, ...body(Deputy) },
        responses: answers(MemberView, "The deputy"),
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        const { by } = await about(actorOf(c), "role.deputize", id);
        return c.json(await show(await nameDeputy(deps, id, c.req.valid("json"), by)), 200);
      },
    );
};
