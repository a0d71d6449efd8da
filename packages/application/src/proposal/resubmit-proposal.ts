import { startOf } from "@yigong/core/activity/activity.ts";
import { entryOf } from "@yigong/core/audit/audit.ts";
import type { ByAt } from "@yigong/core/permission/actor.ts";
import * as Proposal from "@yigong/core/proposal/proposal.ts";
import { holders, tell } from "../lifecycle/lifecycle-effects.ts";
import { requireUnits } from "../organization/require-units.ts";
import type { ProposalDeps } from "./proposal-stores.ts";

/** Sends a returned plan again; the alliance is told. @throws `proposal.not_returned`, `edit.changed`, `proposal.missing`, those of `requireUnits` */
export const resubmitProposal =
  (deps: ProposalDeps) =>
  async (
    activityId: string,
    { plan, wishes, version }: { plan: string; wishes: Proposal.Wishes; version?: number | undefined },
    by: ByAt,
  ): Promise<Proposal.Info> => {
    const activity = await deps.activities.get(activityId);
    await requireUnits(deps.units, { teamIds: wishes.volunteers?.teamIds });
    const name = await deps.nameOf(activity.organizerId);
    const sent = await deps.proposals.change(activityId, by.at, (before) => ({
      item: Proposal.resubmit(before, { plan, wishes, version, at: by.at }),
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
      audit: [entryOf(deps.newId, { subjectId: activityId, at: by.at, action: "proposal.resubmit", by })],
    }));
    deps.wake();
    return sent;
  };
