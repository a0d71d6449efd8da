import { activityRefusal } from "@yigong/core/activity/activity.refusals.ts";
import type { Activities } from "@yigong/core/activity/activity.store.ts";
import * as Activity from "@yigong/core/activity/activity.ts";
import { entryOf } from "@yigong/core/audit/audit.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import { begin } from "@yigong/core/lifecycle/move.ts";
import { archiveDueOf, planOf } from "@yigong/core/lifecycle/plan.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import { isVolunteerOn } from "@yigong/core/member/member.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";
import { type Actor, allow } from "@yigong/core/permission/policy.ts";
import { activitySubject } from "@yigong/core/permission/subject.ts";
import type * as Proposal from "@yigong/core/proposal/proposal.ts";
import { type GroupDeps, requireFits } from "../campaign/group-activity.ts";
import { start } from "../lifecycle/lifecycle-effects.ts";
import { requireUnits } from "../organization/require-units.ts";
import type { Wake } from "../ports/wake.ts";
import { senseFaults, unitsNamedBy } from "./draft-faults.ts";
import type { NewActivity } from "./new-activity.ts";

export interface CreateDeps {
  activities: Activities;
  campaigns: GroupDeps["campaigns"];
  lifecycles: Lifecycles;
  members: Pick<Members, "get">;
  units: Pick<Units, "getMany">;
  newId: NewId;
  zone: string;
  /** Which definition of the state machine new activities run. */
  definition: string;
  wake: Wake;
}

/** What somebody must be allowed to do to start an activity, by who calls it. */
export const ACTIONS = {
  alliance: "activity.createAlliance",
  team: "activity.createTeam",
  self: "activity.createSelf",
} as const;

/** Who starts an activity, when, under which id, and of which series it is one visit. */
interface Creating {
  actor: Actor;
  at: string;
  activityId: string;
  visit?: Pick<Activity.Info, "seriesId" | "occurrence">;
}

/** @throws the first thing that speaks against a draft */
function requireSense(draft: NewActivity, at: string): void {
  for (const { refusal } of senseFaults(draft, at)) throw refusal;
}

/** Whoever is named exists: an announcement to a unit that there is not reaches nobody. */
function requireKnownUnits(units: CreateDeps["units"], draft: NewActivity): Promise<void> {
  const named = unitsNamedBy(draft);
  const idsOf = (wanted: "branch" | "team") => named.flatMap(({ kind, ids }) => (kind === wanted ? ids : []));
  return requireUnits(units, { branchIds: idsOf("branch"), teamIds: idsOf("team") });
}

/**
 * Starts an activity: it, its lifecycle, its proposal and the start of its execution are one transaction.
 *
 * @param activityId - derived from the request's idempotency key, so that a double click is one activity
 * @throws `permission.denied`, `activity.recruit_past`, `activity.minimum_too_high`, `activity.no_proposal`,
 *   `activity.proposal_missing`, `activity.team_missing`, `activity.volunteers_only`, `lifecycle.plan_order`, `campaign.missing`, `campaign.outside`, those of `requireUnits`
 * @source docs/domain.md A1–A3, A8
 */
export const createActivity =
  (deps: CreateDeps) =>
  async (draft: NewActivity, { actor, at, activityId, visit = {} }: Creating): Promise<Activity.Info> => {
    const by = allow(actor, ACTIONS[draft.origin], activitySubject(draft));
    requireSense(draft, at);
    await requireKnownUnits(deps.units, draft);
    await requireFits(deps, draft, draft.campaignId);
    if (draft.origin === "self" && !isVolunteerOn(await deps.members.get(actor.memberId), dayOf(at, deps.zone)))
      throw activityRefusal("activity.volunteers_only");
    const { proposal: proposed, ...rest } = draft;
    const id = Activity.Id.parse(activityId);
    const sessions = rest.sessions.map((session) => ({
      ...session,
      id: Activity.SessionId.parse(deps.newId("ses")),
      positions: session.positions.map((position) => ({
        ...position,
        id: Activity.PositionId.parse(deps.newId("pos")),
      })),
    }));
    const activity: Activity.Info = {
      ...rest,
      ...visit,
      ...{ id, organizerId: actor.memberId, sessions, createdAt: at, version: 0 },
    };
    const lifecycle = begin({
      activityId: id,
      proposal: proposed !== undefined,
      plan: planOf(activity, deps.zone),
      archiveDueAt: archiveDueOf(activity, deps.zone),
      definition: deps.definition,
      at,
    });
    const proposal: Proposal.Info | undefined = proposed && {
      ...proposed,
      state: "submitted",
      activityId: id,
      proposerId: actor.memberId,
      ...(by.deputyFor === undefined ? {} : { proposedFor: by.deputyFor }),
      submittedAt: at,
      returns: [],
      version: 0,
    };
    const stage = proposed ? "Propose" : "Recruit";
    const audit = [entryOf(deps.newId, { subjectId: id, at, action: "activity.create", by })];
    await deps.lifecycles.found({ activity, lifecycle, proposal, effects: [start(lifecycle, stage, at)], audit });
    deps.wake();
    return deps.activities.get(id);
  };
