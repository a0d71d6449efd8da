import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { waysOf } from "@yigong/core/leave/cannot.ts";
import { approvedOf, type Info as Leave } from "@yigong/core/leave/leave.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { isOver, type Info as Lifecycle } from "@yigong/core/lifecycle/lifecycle.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import type { State } from "@yigong/core/participation/duty.ts";
import type { Fault } from "@yigong/core/participation/fault.ts";
import { countsOf } from "@yigong/core/participation/line.ts";
import { type Choice, faultsOf, stageFaults } from "@yigong/core/participation/sign-up.ts";
import { findApplicant } from "./find-applicant.ts";
import { type EngagementDeps, findWarnings, type SessionWarning } from "./find-engagements.ts";
import { findDutyStates } from "./find-exempt.ts";
import type { PeopleDeps } from "./list-people.ts";
import { type OwnPlace, ownPlaces } from "./own-place.ts";
import type { ParticipationDeps } from "./participation-stores.ts";

export type OwnStandingDeps = ParticipationDeps & Pick<PeopleDeps, "presenceOf"> & EngagementDeps;
type Deps = OwnStandingDeps;

/** What one can sign up for: how full it is, and all that speaks against it. */
export interface Offer {
  sessionId: string;
  positionId: string;
  headCount: number;
  placed: number;
  waiting: number;
  faults: Fault[];
  /** What to mind; it keeps nobody from signing up. */
  warnings: SessionWarning[];
}

/** An activity, where a member stands in it, and what they may do next. */
export interface OwnStanding {
  activity: Activity;
  lifecycle: Lifecycle;
  onDuty: boolean;
  dutyState?: State | undefined;
  places: OwnPlace[];
  leave?: Leave | undefined;
  /** There is something that they could say by "I cannot come". */
  cannot: boolean;
  offers: Offer[];
}

interface Who {
  memberId: string;
  at: string;
  /** The member's row, when it was just read. */
  member?: Member | undefined;
}

/** Reads where a member stands in an activity. @throws `activity.missing`, `member.missing` */
export async function findOwnStanding(deps: Deps, activityId: string, who: Who): Promise<OwnStanding> {
  const { memberId, at, member } = who;
  const [activity, lifecycle, duty] = await Promise.all([
    deps.activities.get(activityId, recent),
    deps.lifecycles.get(activityId, recent),
    deps.dutyLists.find(activityId),
  ]);
  const onDuty = duty?.memberIds.includes(memberId) ?? false;
  const [{ places, lines }, presence, { leave, faultsIn }, warned] = await Promise.all([
    ownPlaces(deps, activity, { memberId, at }),
    deps.presenceOf(activityId, { memberId, activity, lifecycle }),
    obstacles(deps, { activity, lifecycle, memberId, member, onDuty, at }),
    isOver(lifecycle) ? undefined : findWarnings(deps, activity, { memberIds: [memberId], at }),
  ]);
  const warnings = warned?.get(memberId) ?? [];
  const offers = activity.sessions.flatMap((session) =>
    session.positions.map((position) => ({
      sessionId: session.id,
      positionId: position.id,
      headCount: position.headCount,
      ...countsOf(lines.get(position.id) ?? { active: 0 }, position.headCount),
      faults: faultsIn({ session, position }),
      warnings: warnings.filter(({ sessionId }) => sessionId === session.id),
    })),
  );
  const list = { memberIds: onDuty ? [memberId] : [] };
  const participations = places.map(({ place }) => place);
  const onLeave = approvedOf(leave ? [leave] : []);
  const { states } = await findDutyStates(deps, activity, { list, participations, onLeave, presence });
  const facts = { activity, lifecycle, onDuty, leave, at };
  const cannot = waysOf({ ...facts, places: participations, seen: new Set(), covers: [] }).length > 0;
  return { activity, lifecycle, onDuty, dutyState: states.get(memberId), places, leave, cannot, offers };
}

interface Looking {
  activity: Activity;
  lifecycle: Lifecycle;
  memberId: string;
  member: Member | undefined;
  onDuty: boolean;
  at: string;
}

/** What speaks against signing up for a position. Before and after recruiting that is the stage, whatever else there is. */
async function obstacles(deps: Deps, { onDuty, ...looking }: Looking) {
  const { activity, lifecycle, memberId, member, at } = looking;
  const closed = stageFaults(looking);
  const isClosed = (session: Choice["session"]) => stageFaults(looking, session).length > 0;
  if (closed.length > 0 && activity.sessions.every(isClosed)) {
    const leave = onDuty ? await deps.leaves.find(activity.id, memberId, recent) : undefined;
    return { leave, faultsIn: () => closed };
  }
  const applicant = await findApplicant(
    deps,
    { activityId: activity.id, memberId, at, member },
    { activity, lifecycle },
  );
  return { leave: applicant.leave, faultsIn: (choice: Choice) => faultsOf(applicant, choice) };
}
