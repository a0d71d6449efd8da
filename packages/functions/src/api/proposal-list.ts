import { createRoute, z } from "@hono/zod-openapi";
import { type ListProposalsDeps, listProposals } from "@yigong/application/proposal/list-proposals.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import { allow, may } from "@yigong/core/permission/policy.ts";
import * as Proposal from "@yigong/core/proposal/proposal.ts";
import { actorOf, answers, pageOf, routes, security } from "../lib/edge.ts";

const STATES = ["submitted", "returned", "approved", "refused"] as const;
const Listing = PageRequest.extend({ state: z.enum(STATES).optional() });
const ListedView = z
  .object({
    title: z.string(),
    startsAt: z.string(),
    proposer: z.object({ name: z.string(), employeeNumber: z.string() }),
    proposal: z.union(Proposal.Info.options).openapi("Proposal"),
  })
  .openapi("ListedProposal");

/** The proposals of all activities. */
export const proposalListRoutes = (deps: ListProposalsDeps) =>
  routes().openapi(
    createRoute({
      method: "get",
      path: "/proposals",
      summary: "Proposals with what they are about, those of the latest activities first",
      tags: ["Proposals"],
      security,
      request: { query: Listing },
      responses: answers(pageOf(ListedView), "Proposals; one's own for who decides none"),
    }),
    async (c) => {
      const actor = actorOf(c);
      allow(actor, "proposal.read", { ownerId: actor.memberId });
      const { state, ...page } = c.req.valid("query");
      const maySee = ({ organizerId }: { organizerId: string }) =>
        may(actor, "proposal.read", { ownerId: organizerId });
      return c.json(await listProposals(deps, { state, maySee }, page), 200);
    },
  );
