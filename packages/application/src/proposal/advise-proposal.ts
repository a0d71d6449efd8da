import { startOf } from "@yigong/core/activity/activity.ts";
import { entryOf } from "@yigong/core/audit/audit.ts";
import { isOver } from "@yigong/core/lifecycle/lifecycle.ts";
import { memberRefusal } from "@yigong/core/member/member.refusals.ts";
import type { Audience } from "@yigong/core/outbox/outbox.ts";
import type { ByAt } from "@yigong/core/permission/actor.ts";
import type { Advice } from "@yigong/core/proposal/advice.row.ts";
import { advise, askAdvice } from "@yigong/core/proposal/advice.ts";
import { proposalRefusal } from "@yigong/core/proposal/proposal.refusals.ts";
import type * as Proposal from "@yigong/core/proposal/proposal.ts";
import { people, tell } from "../lifecycle/lifecycle-effects.ts";
import type { ProposalDeps } from "./proposal-stores.ts";

/** Those who may advise are with the lifecycle too: it is read anyway when somebody is told what is asked of them. */
export const withAdviser = (known: readonly string[] = [], memberId: string): string[] => [
  ...new Set([...known, memberId]),
];

/**
 * The alliance asks somebody for advice on a plan that waits; they are told.
 *
 * @throws `proposal.missing`, `member.missing`, those of `askAdvice`
 * @source docs/domain.md A8, Decision, advice
 */
export const askForAdvice =
  (deps: ProposalDeps) =>
  async (activityId: string, memberId: string, by: ByAt): Promise<Proposal.Info> => {
    const activity = await deps.activities.get(activityId);
    const [adviser] = await deps.members.getMany([memberId]);
    if (!adviser) throw memberRefusal("member.missing");
    const name = await deps.nameOf(by.actorId);
    const asked = await deps.lifecycles.decideProposal(activityId, by.at, (before, lifecycle) => {
      const proposal = askAdvice(before, memberId, { by: by.actorId, deputyFor: by.deputyFor, at: by.at });
      if (proposal === before) return { proposal };
      const to = { kind: "members" as const, memberIds: [memberId] };
      const told = { activity, template: "proposal.adviceAsked" as const, to, dueAt: by.at, cause: memberId };
      const entry = { subjectId: activityId, at: by.at, action: "proposal.askAdvice", by, detail: { memberId } };
      return {
        proposal,
        lifecycle: { ...lifecycle, advisers: withAdviser(lifecycle.advisers, memberId) },
        effects: [tell(told, { name, startsAt: startOf(activity) })],
        audit: [entryOf(deps.newId, entry)],
      };
    });
    deps.wake();
    return asked;
  };

/** Who hears of advice: who asked for it while the plan waits, the organizer once it is approved. */
const heardBy = (proposal: Proposal.Info, memberId: string): Audience | undefined => {
  const by = proposal.asked?.find((one) => one.memberId === memberId)?.by;
  return proposal.state === "approved" || by === undefined ? undefined : { kind: "members", memberIds: [by] };
};

/**
 * Somebody who was asked gives their advice; it stays with the proposal, and decides nothing.
 *
 * @throws `proposal.missing`, `proposal.advice_over` also once the activity is over, those of `advise`
 * @source docs/domain.md A8, Decision, advice
 */
export const giveAdvice =
  (deps: ProposalDeps) =>
  async (activityId: string, said: Pick<Advice, "stance" | "text">, by: ByAt): Promise<Proposal.Info> => {
    const [activity, lifecycle] = await Promise.all([deps.activities.get(activityId), deps.lifecycles.get(activityId)]);
    if (isOver(lifecycle)) throw proposalRefusal("proposal.advice_over");
    const name = await deps.nameOf(by.actorId);
    const advised = await deps.proposals.change(activityId, by.at, (before) => {
      const item = advise(before, said, { by: by.actorId, at: by.at });
      const to = heardBy(before, by.actorId) ?? people(activity, "organizer");
      const cause = String(before.version + 1);
      const told = { activity, template: "proposal.advised" as const, to, dueAt: by.at, cause };
      const entry = {
        subjectId: activityId,
        at: by.at,
        action: "proposal.advise",
        by,
        detail: { stance: said.stance },
      };
      return { item, effects: [tell(told, { name, text: said.text })], audit: [entryOf(deps.newId, entry)] };
    });
    deps.wake();
    return advised;
  };
