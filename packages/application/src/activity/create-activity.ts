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
import * as Proposal from "@yigong/core/proposal/proposal.ts";
import * as z from "zod";
import { start } from "../lifecycle/lifecycle-effects.ts";
import { requireUnits } from "../organization/require-units.ts";
import type { Wake } from "../ports/wake.ts";

/** What an organizer sends; ids of sessions and positions are made here. */
export const NewActivity = Activity.Draft.extend({
  purposes: Activity.Draft.shape.purposes.default([]),
  audience: Activity.Draft.shape.audience.default({ branchIds: [], teamIds: [] }),
  minimumPeople: Activity.Draft.shape.minimumPeople.default(0),
  surveyDays: Activity.Draft.shape.surveyDays.default(14),
  sessions: z
    .array(
      Activity.Session.omit({ id: true, movedAt: true, positions: true }).extend({
        positions: z
          .array(
            Activity.Position.omit({ id: true }).extend({
              requiredSkills: Activity.Position.shape.requiredSkills.default([]),
            }),
          )
          .min(1)
          .max(20),
      }),
    )
    .min(1)
    .max(20),
  /** Team and self-organized activities are a plan sent to the alliance. */
  proposal: z.object({ plan: Proposal.Info.options[0].shape.plan, wishes: Proposal.Wishes }).optional(),
});
export type NewActivity = z.output<typeof NewActivity>;

export interface CreateDeps {
  activities: Activities;
  lifecycles: Lifecycles;
  members: Pick<Members, "get">;
  units: Pick<Units, "getMany">;
  newId: NewId;
  zone: string;
  /** Which definition of the state machine new activities run. */
  definition: string;
  wake: Wake;
}

const ACTIONS = {
  alliance: "activity.createAlliance",
  team: "activity.createTeam",
  self: "activity.createSelf",
} as const;

function requireSense(draft: NewActivity, at: string): void {
  if (draft.recruitUntil <= at) throw activityRefusal("activity.recruit_past");
  const places = draft.sessions
    .flatMap((session) => session.positions)
    .reduce((sum, { headCount }) => sum + headCount, 0);
  if (draft.minimumPeople > places)
    throw activityRefusal("activity.minimum_too_high", { minimum: draft.minimumPeople, places });
  if (draft.origin === "alliance" && draft.proposal) throw activityRefusal("activity.no_proposal");
  if (draft.origin !== "alliance" && !draft.proposal) throw activityRefusal("activity.proposal_missing");
  if (draft.origin === "team" && !draft.teamId) throw activityRefusal("activity.team_missing");
}

/** Whoever is named exists: an announcement to a unit that there is not reaches nobody. */
const requireKnownUnits = (units: CreateDeps["units"], { branchId, teamId, audience, proposal }: NewActivity) =>
  requireUnits(units, {
    branchIds: [...(branchId ? [branchId] : []), ...audience.branchIds],
    teamIds: [...(teamId ? [teamId] : []), ...audience.teamIds, ...(proposal?.wishes.volunteers?.teamIds ?? [])],
  });

/**
 * Starts an activity: it, its lifecycle, its proposal and the start of its execution are one transaction.
 *
 * @param activityId - derived from the request's idempotency key, so that a double click is one activity
 * @throws `permission.denied`, `activity.recruit_past`, `activity.minimum_too_high`, `activity.no_proposal`,
 *   `activity.proposal_missing`, `activity.team_missing`, `activity.volunteers_only`, `lifecycle.plan_order`, those of `requireUnits`
 * @source docs/domain.md A1–A3, A8
 */
export const createActivity =
  (deps: CreateDeps) =>
  async (
    draft: NewActivity,
    { actor, at, activityId }: { actor: Actor; at: string; activityId: string },
  ): Promise<Activity.Info> => {
    const by = allow(actor, ACTIONS[draft.origin], activitySubject(draft));
    requireSense(draft, at);
    await requireKnownUnits(deps.units, draft);
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
    const activity: Activity.Info = { ...rest, id, organizerId: actor.memberId, sessions, createdAt: at, version: 0 };
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
