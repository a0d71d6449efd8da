import type { Activities } from "@yigong/core/activity/activity.store.ts";
import { type Info as Activity, startOf } from "@yigong/core/activity/activity.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import { deadlineOf, type Info as Lifecycle } from "@yigong/core/lifecycle/lifecycle.ts";
import { cancel, close } from "@yigong/core/lifecycle/move.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import type { Proposals } from "@yigong/core/proposal/proposal.store.ts";
import * as Proposal from "@yigong/core/proposal/proposal.ts";
import type { By } from "../activity/change-activity.ts";
import { holders, nudge, people, tell } from "../lifecycle/lifecycle-effects.ts";
import type { Wake } from "../ports/wake.ts";

export interface ProposalDeps {
  activities: Activities;
  lifecycles: Lifecycles;
  proposals: Proposals;
  newId: NewId;
  wake: Wake;
  nameOf: (memberId: string) => Promise<string>;
}

/** What a verdict does to the lifecycle: approval ends the stage, refusal cancels the activity, a return changes nothing. */
function moved(
  lifecycle: Lifecycle,
  { verdict, reason }: Proposal.Verdict,
  { actorId: by, at }: By,
): Lifecycle | undefined {
  if (verdict === "return") return undefined;
  if (verdict === "refuse") return cancel(lifecycle, { kind: "proposalRefused", by, at, reason });
  if ((deadlineOf(lifecycle, "Recruit") ?? at) <= at)
    throw new Refusal(
      "conflict",
      "proposal.recruit_past",
      "Recruiting would be over already: extend it, or reschedule the activity, then approve.",
    );
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

/**
 * The alliance decides on a plan: one transaction of the proposal, the lifecycle it moves and what is told.
 *
 * @throws `proposal.missing`, `proposal.not_submitted`, `proposal.too_much_money`, `proposal.recruit_past`
 * @source docs/domain.md A8, A9
 */
export const decideProposal =
  (deps: ProposalDeps) =>
  async (activityId: string, verdict: Proposal.Verdict, by: By): Promise<Proposal.Info> => {
    const activity = await deps.activities.get(activityId);
    const decided = await deps.lifecycles.decideProposal(activityId, by.at, (before, lifecycle) => {
      const proposal = Proposal.decide(before, verdict, { by: by.actorId, at: by.at });
      const after = moved(lifecycle, verdict, by);
      const cause = String(before.version + 1);
      return {
        proposal,
        lifecycle: after,
        effects: [
          told(activity, verdict, { lifecycle, at: by.at, cause }),
          ...(after ? [nudge(lifecycle, by.at)] : []),
        ],
        audit: [
          {
            subjectId: activityId,
            id: deps.newId("aud"),
            action: "proposal.decide",
            detail: { verdict: verdict.verdict },
            ...by,
            reason: verdict.reason,
          },
        ],
      };
    });
    deps.wake();
    return decided;
  };

/** Sends a returned plan again; the alliance is told. @throws `proposal.not_returned`, `proposal.missing` */
export const resubmitProposal =
  (deps: ProposalDeps) =>
  async (
    activityId: string,
    { plan, wishes }: { plan: string; wishes: Proposal.Wishes },
    by: By,
  ): Promise<Proposal.Info> => {
    const activity = await deps.activities.get(activityId);
    const name = await deps.nameOf(activity.organizerId);
    const sent = await deps.proposals.change(activityId, by.at, (before) => ({
      item: Proposal.resubmit(before, { plan, wishes, at: by.at }),
      effects: [
        tell(
          {
            activity,
            template: "proposal.submitted",
            to: holders("alliance"),
            dueAt: by.at,
            cause: String(before.version + 1),
          },
          { name, startsAt: startOf(activity) },
        ),
      ],
      audit: [{ subjectId: activityId, id: deps.newId("aud"), action: "proposal.resubmit", ...by }],
    }));
    deps.wake();
    return sent;
  };
