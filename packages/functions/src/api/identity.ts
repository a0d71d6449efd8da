import { createRoute, z } from "@hono/zod-openapi";
import { decideRebinding } from "@yigong/application/identity/decide-rebinding.ts";
import type { IdentityDeps } from "@yigong/application/identity/identity-stores.ts";
import { unbindAccount } from "@yigong/application/identity/unbind-account.ts";
import { Account, Provider, Rebinding, RebindingId } from "@yigong/core/identity/identity.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import { Member } from "@yigong/core/member/index.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import type { Sessions } from "@yigong/core/session/session.store.ts";
import { actorOf, answers, body, pageOf, routes, STEP_UP, security } from "../lib/edge.ts";

const tags = ["Members"];
const AccountView = Account.omit({ version: true }).meta({ id: "SignInAccount" });
const [Requested, Approved, Refused] = Rebinding.options;
const RequestView = z.discriminatedUnion("status", [Requested, Approved, Refused]).meta({ id: "SignInAccountRequest" });
const Why = z.string().trim().min(1).max(1000);
const Verdict = z.discriminatedUnion("verdict", [
  z.object({ verdict: z.literal("approve") }),
  z.object({ verdict: z.literal("refuse"), reason: Why }),
]);

const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });

export interface IdentityRouteDeps extends Pick<IdentityDeps, "identities" | "members" | "newId" | "wake"> {
  sessions: Pick<Sessions, "revokeByWay">;
  now: () => string;
}

/** By which accounts people sign in, and the requests that another one be somebody's. */
export const identityRoutes = (deps: IdentityRouteDeps) =>
  routes()
    .openapi(
      createRoute({
        ...route("/members/{id}/accounts", "The accounts by which a member signs in"),
        method: "get",
        request: { params: z.object({ id: Member.Id }) },
        responses: answers(z.object({ items: z.array(AccountView) }), "One a provider at most"),
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        allow(actorOf(c), "identity.read", { ownerId: id });
        const items = await deps.identities.ofMember(id);
        return c.json({ items: items.map((account) => AccountView.parse(account)) }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route(
          "/members/{id}/accounts/{provider}",
          "Take away an account by which a member signs in; for somebody else with a reason",
        ),
        method: "delete",
        request: {
          params: z.object({ id: Member.Id, provider: Provider }),
          query: z.object({ reason: Why.optional() }),
        },
        responses: answers(z.object({ ended: z.int() }), "How many sessions have ended"),
      }),
      async (c) => {
        const { id: memberId, provider } = c.req.valid("param");
        const by = { ...allow(actorOf(c), "identity.unbind", { ownerId: memberId }), at: deps.now() };
        const { reason } = c.req.valid("query");
        return c.json({ ended: await unbindAccount(deps, { memberId, provider, reason }, by) }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/account-requests", "Requests that another account be somebody's"),
        method: "get",
        request: {
          query: PageRequest.extend({ status: z.enum(["requested", "approved", "refused"]).default("requested") }),
        },
        responses: answers(pageOf(RequestView), "As they were asked for"),
      }),
      async (c) => {
        allow(actorOf(c), "identity.decide");
        const { status, ...page } = c.req.valid("query");
        return c.json(await deps.identities.requests(status, page), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/account-requests/{id}/decision", "Approve or refuse another account, as a second person"),
        ...STEP_UP,
        method: "post",
        request: { params: z.object({ id: RebindingId }), ...body(Verdict) },
        responses: answers(RequestView, "The request as it stands"),
      }),
      async (c) => {
        const by = allow(actorOf(c), "identity.decide");
        const said = c.req.valid("json");
        const refusal = said.verdict === "refuse" ? said.reason : undefined;
        return c.json(await decideRebinding(deps, c.req.valid("param").id, { refusal, by, at: deps.now() }), 200);
      },
    );
