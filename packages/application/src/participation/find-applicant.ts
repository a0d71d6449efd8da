import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { holds, type Info as Leave } from "@yigong/core/leave/leave.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { dayOf, overlaps } from "@yigong/core/lib/time.ts";
import { isOpen, type Info as Lifecycle } from "@yigong/core/lifecycle/lifecycle.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import type { Active } from "@yigong/core/participation/participation.ts";
import type { Applicant } from "@yigong/core/participation/sign-up.ts";
import type { ParticipationDeps } from "./participation-stores.ts";

/** A member, an activity and an instant of a sign-up. */
export interface Applying {
  activityId: string;
  memberId: string;
  /** The route's clock, ISO-8601 UTC. */
  at: string;
  /** The member's row, when it was just read. */
  member?: Member | undefined;
}

/**
 * Reads all that decides whether somebody may sign up.
 *
 * Eventually consistent, half price: the line of a position is conditional and refuses after the end of recruiting.
 * @param known - the activity and where it stands, when they were just read
 * @throws `activity.missing`, `member.missing`
 */
export async function findApplicant(
  deps: ParticipationDeps,
  { activityId, memberId, at, member: row }: Applying,
  known?: Pick<Applicant, "activity" | "lifecycle">,
): Promise<Applicant & { leave: Leave | undefined }> {
  const onDuty = (await deps.dutyLists.find(activityId))?.memberIds.includes(memberId) ?? false;
  const [activity, lifecycle, member, leave, held, seats, calendars] = await Promise.all([
    known?.activity ?? deps.activities.get(activityId, recent),
    known?.lifecycle ?? openOrConsistent(deps, activityId, at),
    row ?? deps.members.get(memberId, recent),
    onDuty ? deps.leaves.find(activityId, memberId, recent) : undefined,
    deps.participations.heldAfter(memberId, at),
    deps.enrolments.heldAfter(memberId, at),
    deps.covers.calendars([memberId], recent),
  ]);
  const teams = asksForSkills(activity) && member.teamIds.length > 0 ? await deps.units.getMany(member.teamIds) : [];
  const ofTeams = teams.flatMap((unit) => (unit.kind === "team" ? unit.skills : []));
  return {
    activity,
    lifecycle,
    member,
    skills: new Set([...member.skills, ...ofTeams]),
    ofTeams: new Set(ofTeams),
    onDuty,
    held: [...(await standing(deps, activity, held)), ...seats],
    covers: calendars.get(memberId)?.entries ?? [],
    leave,
    onLeave: holds(leave),
    at,
    day: dayOf(at, deps.zone),
    zone: deps.zone,
  };
}

/** The lifecycle: eventually consistent while it shows recruiting open, since a closed line refuses; else consistent. */
async function openOrConsistent({ lifecycles }: ParticipationDeps, activityId: string, at: string): Promise<Lifecycle> {
  const seen = await lifecycles.get(activityId, recent);
  return isOpen(seen, "Recruit", at) ? seen : lifecycles.get(activityId);
}

const asksForSkills = ({ sessions }: Activity): boolean =>
  sessions.some(({ positions }) => positions.some(({ requiredSkills }) => requiredSkills.length > 0));

/** Leaves out places in cancelled activities, which stay on record and block no other place. */
async function standing(
  { lifecycles }: ParticipationDeps,
  activity: Activity,
  held: readonly Active[],
): Promise<Active[]> {
  const clashing = held.filter((place) => activity.sessions.some((session) => clash(place, session)));
  const others = [...new Set(clashing.map((place) => place.activityId))].filter((id) => id !== activity.id);
  const rows = await Promise.all(others.map((id) => lifecycles.get(id)));
  const cancelled = new Set(rows.filter(({ status }) => status === "cancelled").map((row) => row.activityId));
  return held.filter((place) => !cancelled.has(place.activityId));
}

const clash = (a: { startsAt: string; endsAt: string }, b: { startsAt: string; endsAt: string }): boolean =>
  overlaps({ from: a.startsAt, to: a.endsAt }, { from: b.startsAt, to: b.endsAt });
