import { type Info as Activity, startOf } from "@yigong/core/activity/activity.ts";
import { approvedOf, type Info as Leave } from "@yigong/core/leave/leave.ts";
import type { Page, PageRequest } from "@yigong/core/lib/page.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import type { Info as Lifecycle } from "@yigong/core/lifecycle/lifecycle.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import { dutyStates, type State } from "@yigong/core/participation/duty.ts";
import type { Fault } from "@yigong/core/participation/fault.ts";
import { countsOf, type Line } from "@yigong/core/participation/line.ts";
import { isActive, type Info as Place } from "@yigong/core/participation/participation.ts";
import { type Choice, faultsOf, stageFaults } from "@yigong/core/participation/sign-up.ts";
import type { PeopleDeps } from "./list-people.ts";
import type { ParticipationDeps } from "./participation-stores.ts";
import { applicantOf, type SignedUp } from "./sign-up.ts";

type Deps = ParticipationDeps & Pick<PeopleDeps, "presenceOf">;

/** One's own place: provisional until the deadline has allocated; `queue` is how many wait up to and with oneself. */
export interface OwnPlace {
  place: Place;
  provisional: boolean;
  queue?: number | undefined;
}

/** What one can sign up for: how full it is, and all that speaks against it. */
export interface Offer {
  sessionId: string;
  positionId: string;
  headCount: number;
  placed: number;
  waiting: number;
  faults: Fault[];
}

/** An activity, where a member stands in it, and what they may do next. */
export interface Mine {
  activity: Activity;
  lifecycle: Lifecycle;
  onDuty: boolean;
  dutyState?: State | undefined;
  places: OwnPlace[];
  leave?: Leave | undefined;
  offers: Offer[];
}

const isProvisional = (place: Place, lines: ReadonlyMap<string, Line>): boolean =>
  isActive(place) && lines.get(place.positionId)?.allocatedAt === undefined;

/** The place that signing up came to, as its holder sees it. */
export async function ownPlace(
  deps: Pick<ParticipationDeps, "participations">,
  { activity, place, provisional }: SignedUp,
): Promise<OwnPlace> {
  const queue = await deps.participations.queueOf(activity, place);
  if (provisional) return { place, provisional, queue };
  return { place, provisional: isProvisional(place, await deps.participations.lines(activity, recent)), queue };
}

async function ownPlaces(deps: Deps, activity: Activity, memberId: string) {
  const { places, lines } = await deps.participations.standing(activity, memberId, recent);
  const own = async (place: Place): Promise<OwnPlace> => ({
    place,
    provisional: isProvisional(place, lines),
    queue: await deps.participations.queueOf(activity, place),
  });
  return { places: await Promise.all(places.map(own)), lines };
}

interface Who {
  memberId: string;
  at: string;
  /** The member's row, when it was just read. */
  member?: Member | undefined;
}

/** Reads where a member stands in an activity. @throws `activity.missing`, `member.missing` */
export async function mineIn(deps: Deps, activityId: string, who: Who): Promise<Mine> {
  const { memberId, at, member } = who;
  const [activity, lifecycle, duty] = await Promise.all([
    deps.activities.get(activityId, recent),
    deps.lifecycles.get(activityId, recent),
    deps.dutyLists.find(activityId),
  ]);
  const onDuty = duty?.memberIds.includes(memberId) ?? false;
  const [{ places, lines }, presence, { leave, faultsIn }] = await Promise.all([
    ownPlaces(deps, activity, memberId),
    deps.presenceOf(activityId, { memberId, activity, lifecycle }),
    obstacles(deps, { activity, lifecycle, memberId, member, onDuty, at }),
  ]);
  const offers = activity.sessions.flatMap((session) =>
    session.positions.map((position) => ({
      sessionId: session.id,
      positionId: position.id,
      headCount: position.headCount,
      ...countsOf(lines.get(position.id) ?? { active: 0 }, position.headCount),
      faults: faultsIn({ session, position }),
    })),
  );
  const list = { memberIds: onDuty ? [memberId] : [] };
  const participations = places.map(({ place }) => place);
  const onLeave = approvedOf(leave ? [leave] : []);
  const dutyState = dutyStates({ list, participations, onLeave, presence }).get(memberId);
  return { activity, lifecycle, onDuty, dutyState, places, leave, offers };
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
  if (closed.length > 0) {
    const leave = onDuty ? await deps.leaves.find(activity.id, memberId, recent) : undefined;
    return { leave, faultsIn: () => closed };
  }
  const applicant = await applicantOf(deps, { activityId: activity.id, memberId, at, member }, { activity, lifecycle });
  return { leave: applicant.leave, faultsIn: (choice: Choice) => faultsOf(applicant, choice) };
}

/** One of a member's places, with what it is about. */
export interface OwnParticipation extends OwnPlace {
  title: string;
  where: string;
}

/** A member's places, the latest session first; places that are not yet given out are brought up to date. */
export async function participationsOf(
  deps: Deps,
  { memberId, at }: { memberId: string; at: string },
  page: PageRequest,
): Promise<Page<OwnParticipation>> {
  const { items: rows, cursor } = await deps.participations.byMember(memberId, page);
  const ids = [...new Set(rows.map((row) => row.activityId))];
  const found = await Promise.all(ids.map((id) => deps.activities.find(id, recent)));
  const activities = new Map(found.flatMap((activity) => (activity ? [[String(activity.id), activity] as const] : [])));
  const current = new Map<string, OwnPlace[]>();
  for (const [id, activity] of activities)
    if (at < startOf(activity)) current.set(id, (await ownPlaces(deps, activity, memberId)).places);
  const items = rows.map((row) => {
    const activity = activities.get(row.activityId);
    const now = current.get(row.activityId)?.find(({ place }) => place.sessionId === row.sessionId);
    return {
      ...(now ?? { place: row, provisional: false }),
      title: activity?.title ?? "",
      where: activity?.place ?? "",
    };
  });
  return { items, cursor };
}
