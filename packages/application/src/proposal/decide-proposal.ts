import { type Info as Activity, startOf } from "@yigong/core/activity/activity.ts";
import { entryOf } from "@yigong/core/audit/audit.ts";
import { deadlineOf, type Info as Lifecycle } from "@yigong/core/lifecycle/lifecycle.ts";
import { cancel, close } from "@yigong/core/lifecycle/move.ts";
import { memberRefusal } from "@yigong/core/member/member.refusals.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import type { ByAt } from "@yigong/core/permission/actor.ts";
import { proposalRefusal } from "@yigong/core/proposal/proposal.refusals.ts";
import * as Proposal from "@yigong/core/proposal/proposal.ts";
import { nudge, people, tell } from "../lifecycle/lifecycle-effects.ts";
import { requireUnits } from "../organization/require-units.ts";
import { withAdviser } from "./advise-proposal.ts";
import type { ProposalDeps } from "./proposal-stores.ts";

/** What a verdict does to the lifecycle: approval ends the stage, refusal cancels the activity, a return changes nothing. */
function moved(
  lifecycle: Lifecycle,
  { verdict, reason }: Proposal.Verdict,
  { actorId: by, at }: ByAt,
): Lifecycle | undefined {
  if (verdict === "return") return undefined;
  if (verdict === "refuse") return cancel(lifecycle, { kind: "proposalRefused", by, at, reason });
  if ((deadlineOf(lifecycle, "Recruit") ?? at) <= at) throw proposalRefusal("proposal.recruit_past");
  return close(lifecycle, "Propose", { kind: "approved", by, at, reason });
}

function told(
  activity: Activity,
  { verdict, reason }: Proposal.Verdict,
  { lifecycle, at, cause }: { lifecycle: Lifecycle; at: string; cause: string },
): Effect {
  const about = { activity, to: people(activity, "organizer"), dueAt: at, cause };
  if (verdict === "return") return tell({ ...about, template: "proposal.returned" }, { reason });
  if (verdict === "refuse") return tell({ ...about, template: "proposal.refused" }, { reason });
  const recruitUntilAt = deadlineOf(lifecycle, "Recruit") ?? at;
  return tell({ ...about, template: "proposal.approved" }, { reason, recruitUntilAt });
}

/** The adviser who is granted is found by the lifecycle. */
function granted(lifecycle: Lifecycle, verdict: Proposal.Verdict): Lifecycle {
  const adviserId = verdict.verdict === "approve" ? verdict.grants.adviserId : undefined;
  return adviserId === undefined ? lifecycle : { ...lifecycle, advisers: withAdviser(lifecycle.advisers, adviserId) };
}

/** Tells the adviser that they are one. @source docs/domain.md A9 */
function advising(
  activity: Activity,
  verdict: Proposal.Verdict,
  { organizer, at, cause }: { organizer: string; at: string; cause: string },
): Effect[] {
  const adviserId = verdict.verdict === "approve" ? verdict.grants.adviserId : undefined;
  if (adviserId === undefined) return [];
  const to = { kind: "members" as const, memberIds: [adviserId] };
  const params = { organizer, startsAt: startOf(activity), reason: verdict.reason };
  return [tell({ activity, template: "proposal.advising", to, dueAt: at, cause }, params)];
}

/** Whoever is granted exists. */
async function requireKnown({ units, members }: ProposalDeps, verdict: Proposal.Verdict): Promise<void> {
  if (verdict.verdict !== "approve") return;
  const { adviserId, volunteerTeamIds: teamIds } = verdict.grants;
  await requireUnits(units, { teamIds });
  if (adviserId !== undefined && (await members.getMany([adviserId])).length === 0)
    throw memberRefusal("member.missing");
}

/**
 * The alliance decides on a plan: one transaction of the proposal, the lifecycle it moves and what is told.
 *
 * @throws `proposal.missing`, `proposal.own`, `proposal.not_submitted`, `proposal.too_much_money`, `proposal.recruit_past`,
 * `member.missing` for the adviser, those of `requireUnits`
 * @source docs/domain.md A8, A9
 */
export const decideProposal =
  (deps: ProposalDeps) =>
  async (activityId: string, verdict: Proposal.Verdict, by: ByAt): Promise<Proposal.Info> => {
    const activity = await deps.activities.get(activityId);
    await requireKnown(deps, verdict);
    const organizer = await deps.nameOf(activity.organizerId);
    const decided = await deps.lifecycles.decideProposal(activityId, by.at, (before, lifecycle) => {
      const proposal = Proposal.decide(before, verdict, { by: by.actorId, deputyFor: by.deputyFor, at: by.at });
      const after = moved(lifecycle, verdict, by);
      const cause = String(before.version + 1);
      return {
        proposal,
        lifecycle: after && granted(after, verdict),
        effects: [
          told(activity, verdict, { lifecycle, at: by.at, cause }),
          ...advising(activity, verdict, { organizer, at: by.at, cause }),
          ...(after ? [nudge(lifecycle, by.at)] : []),
        ],
        audit: [
          entryOf(deps.newId, {
            subjectId: activityId,
            at: by.at,
            action: "proposal.decide",
            by,
            reason: verdict.reason,
            detail: { verdict: verdict.verdict },
          }),
        ],
      };
    });
    deps.wake();
    return decided;
  };
