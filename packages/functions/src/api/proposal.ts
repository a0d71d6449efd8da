import { createRoute, z } from "@hono/zod-openapi";
import { askForAdvice, giveAdvice } from "@yigong/application/proposal/advise-proposal.ts";
import { decideProposal } from "@yigong/application/proposal/decide-proposal.ts";
import type { ProposalDeps } from "@yigong/application/proposal/proposal-stores.ts";
import { resubmitProposal } from "@yigong/application/proposal/resubmit-proposal.ts";
import { Activity } from "@yigong/core/activity/index.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import * as Member from "@yigong/core/member/member.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { Advice } from "@yigong/core/proposal/advice.row.ts";
import { advisersOf } from "@yigong/core/proposal/advice.ts";
import * as Proposal from "@yigong/core/proposal/proposal.ts";
import { actorOf, answers, body, requireSteppedUp, routes, STEP_UP_FOR_MONEY, security } from "../lib/edge.ts";
import { editing } from "../lib/editing.ts";
import { PeopleById, peopleIn } from "./names.ts";

const tags = ["Proposals"];
const ById = z.object({ id: Activity.Id });
const answer = answers(z.union(Proposal.Info.options).openapi("Proposal"), "The proposal and its state");
const [Submitted, Returned, Approved, Refused] = Proposal.Info.options;
const Adviser = z.object({ name: z.string(), employeeNumber: z.string() });
/** How everybody is called who is named, and whether the reader may give advice. */
const seen = { people: PeopleById, advises: z.boolean() };
export const ReadView = z
  .union([
    Submitted.extend(seen),
    Returned.extend(seen),
    Approved.extend({ ...seen, adviser: Adviser.optional() }),
    Refused.extend(seen),
  ])
  .openapi("ReadProposal");
const readAnswer = answers(ReadView, "The proposal and its state, with the adviser's name");
const Asking = z.object({ memberId: Member.Id });
const Advising = Advice.pick({ stance: true, text: true });
const { plan, wishes } = Proposal.Info.options[0].shape;

/** A team's or a volunteer's plan, and the alliance's decision on it. */
export const proposalRoutes = (deps: ProposalDeps & { now: () => string }) => {
  const decide = decideProposal(deps);
  const resubmit = resubmitProposal(deps);
  const ask = askForAdvice(deps);
  const give = giveAdvice(deps);
  return routes()
    .openapi(
      createRoute({
        method: "get",
        path: "/activities/{id}/proposal",
        summary: "Read a proposal",
        tags,
        security,
        request: { params: ById },
        responses: readAnswer,
      }),
      async (c) =>
        c.json(await readView(deps, await deps.proposals.get(c.req.valid("param").id), actorOf(c).memberId), 200),
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/activities/{id}/proposal/advisers",
        summary: "Ask somebody for advice on a plan before it is decided",
        tags,
        security,
        request: { params: ById, ...body(Asking) },
        responses: readAnswer,
      }),
      async (c) => {
        const by = { ...allow(actorOf(c), "proposal.decide"), at: deps.now() };
        const asked = await ask(c.req.valid("param").id, c.req.valid("json").memberId, by);
        return c.json(await readView(deps, asked, by.actorId), 200);
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/activities/{id}/proposal/advice",
        summary: "Give advice on a plan, as who was asked or granted",
        tags,
        security,
        request: { params: ById, ...body(Advising) },
        responses: readAnswer,
      }),
      async (c) => {
        const { memberId } = actorOf(c);
        const by = { ...allow(actorOf(c), "proposal.advise", { ownerId: memberId }), at: deps.now() };
        const advised = await give(c.req.valid("param").id, c.req.valid("json"), by);
        return c.json(await readView(deps, advised, memberId), 200);
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/activities/{id}/proposal/decision",
        summary: "Approve, return or refuse a proposal",
        ...STEP_UP_FOR_MONEY,
        tags,
        security,
        request: { params: ById, ...body(z.union(Proposal.Verdict.options)) },
        responses: answer,
      }),
      async (c) => {
        const grounds = allow(actorOf(c), "proposal.decide");
        const verdict = c.req.valid("json");
        if (verdict.verdict === "approve" && verdict.grants.moneyFen !== undefined) requireSteppedUp(c);
        return c.json(await decide(c.req.valid("param").id, verdict, { ...grounds, at: deps.now() }), 200);
      },
    )
    .openapi(
      createRoute({
        method: "put",
        path: "/activities/{id}/proposal",
        summary: "Send a returned proposal again",
        tags,
        security,
        request: { params: ById, ...body(z.object({ plan, wishes, version: z.int().nonnegative().optional() })) },
        responses: answer,
      }),
      async (c) => {
        const { organizerId } = await deps.activities.get(c.req.valid("param").id);
        const grounds = allow(actorOf(c), "proposal.submit", { ownerId: organizerId });
        const [{ id }, sent] = [c.req.valid("param"), c.req.valid("json")];
        const save = () => resubmit(id, sent, { ...grounds, at: deps.now() });
        return c.json(await editing(sent, save, async () => ({ shown: await deps.proposals.get(id) })), 200);
      },
    );
};

async function readView(deps: Pick<ProposalDeps, "members">, proposal: Proposal.Info, reader: string) {
  const [named, people] = await Promise.all([withAdviser(deps, proposal), peopleIn(deps, proposal)]);
  return { ...named, people, advises: advisersOf(proposal).includes(reader) };
}

/** A proposal with how the adviser who was granted is called. */
async function withAdviser({ members }: Pick<ProposalDeps, "members">, proposal: Proposal.Info) {
  if (proposal.state !== "approved" || proposal.grants.adviserId === undefined) return proposal;
  const [adviser] = await members.getMany([proposal.grants.adviserId], recent);
  if (!adviser) return proposal;
  return { ...proposal, adviser: { name: adviser.name, employeeNumber: adviser.employeeNumber } };
}
