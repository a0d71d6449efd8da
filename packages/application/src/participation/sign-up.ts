import { type Info as Activity, positionOf } from "@yigong/core/activity/activity.ts";
import { holds, type Info as Leave } from "@yigong/core/leave/leave.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { dayOf, overlaps } from "@yigong/core/lib/time.ts";
import { isOpen, type Info as Lifecycle } from "@yigong/core/lifecycle/lifecycle.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import { type Fault, fault, refuseAll } from "@yigong/core/participation/fault.ts";
import type { Line } from "@yigong/core/participation/line.ts";
import { countsOf } from "@yigong/core/participation/line.ts";
import { type Active, isActive } from "@yigong/core/participation/participation.ts";
import { type Applicant, type Choice, faultsOf, firstThatFits } from "@yigong/core/participation/sign-up.ts";
import type { ParticipationDeps } from "./participation-stores.ts";

export interface Wanted {
  activityId: string;
  memberId: string;
  /** Those on the duty list may leave it out: the first position that fits. */
  positionId?: string | undefined;
  /** The route's clock, ISO-8601 UTC. */
  at: string;
  /** The member's row, when it was just read. */
  member?: Member | undefined;
}

/**
 * All that decides whether somebody may sign up, read at once.
 *
 * The line itself takes nobody after the end of recruiting; all else is as the applicant saw it, so that it is read at
 * half the price.
 * @param known - the activity and where it stands, when they were just read
 * @throws `activity.missing`, `member.missing`
 */
export async function applicantOf(
  deps: ParticipationDeps,
  { activityId, memberId, at, member: row }: Omit<Wanted, "positionId">,
  known?: Pick<Applicant, "activity" | "lifecycle">,
): Promise<Applicant & { leave: Leave | undefined }> {
  const onDuty = (await deps.dutyLists.find(activityId))?.memberIds.includes(memberId) ?? false;
  const [activity, lifecycle, member, leave, held] = await Promise.all([
    known?.activity ?? deps.activities.get(activityId, recent),
    known?.lifecycle ?? openOrNow(deps, activityId, at),
    row ?? deps.members.get(memberId, recent),
    onDuty ? deps.leaves.find(activityId, memberId, recent) : undefined,
    deps.participations.heldAfter(memberId, at),
  ]);
  const teams = asksForSkills(activity) && member.teamIds.length > 0 ? await deps.units.getMany(member.teamIds) : [];
  const ofTeams = teams.flatMap((unit) => (unit.kind === "team" ? unit.skills : []));
  return {
    activity,
    lifecycle,
    member,
    skills: new Set([...member.skills, ...ofTeams]),
    onDuty,
    held: await standing(deps, activity, held),
    leave,
    onLeave: holds(leave),
    at,
    day: dayOf(at, deps.zone),
  };
}

/** Where an activity stands: as a moment ago while recruiting was open, since the line is closed when it ends. */
async function openOrNow({ lifecycles }: ParticipationDeps, activityId: string, at: string): Promise<Lifecycle> {
  const seen = await lifecycles.get(activityId, recent);
  return isOpen(seen, "Recruit", at) ? seen : lifecycles.get(activityId);
}

const asksForSkills = ({ sessions }: Activity): boolean =>
  sessions.some(({ positions }) => positions.some(({ requiredSkills }) => requiredSkills.length > 0));

/** A place in an activity that was cancelled stays on record and keeps nobody from another one. */
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

/** A place in an activity; `provisional` when places are known not to be given out yet. */
export interface SignedUp {
  activity: Activity;
  place: Active;
  provisional?: true;
}

/**
 * Signs somebody up, with their own consent: a place, or one in the waiting list. Doing it twice answers the same place.
 *
 * @throws all reasons at once (see `participation/fault.ts`); `participation.closed`, `participation.session_taken`
 * @source docs/domain.md A4–A6
 */
export const signUp =
  (deps: ParticipationDeps) =>
  async (wanted: Wanted): Promise<SignedUp> => {
    const { memberId, activityId, at } = wanted;
    const applicant = await applicantOf(deps, wanted);
    const { activity, onDuty } = applicant;
    const chosen = await choiceOf(deps, applicant, wanted.positionId);
    if (chosen.kind === "held") return { activity, place: chosen.place };
    if (chosen.kind === "unfit") {
      const named = wanted.positionId;
      const held = named === undefined ? undefined : await placeHeld(deps, activity, memberId, named);
      if (held) return { activity, place: held };
      throw refuseAll(chosen.faults, deps.zone);
    }
    const { session, position } = chosen.choice;
    const place = await deps.participations.signUp({ activityId, memberId, session, position, duty: onDuty, at });
    return { activity, place, provisional: true };
  };

type Chosen =
  | { kind: "held"; place: Active }
  | { kind: "fit"; choice: Choice }
  | { kind: "unfit"; faults: [Fault, ...Fault[]] };

const unfit = (first: Fault, ...rest: Fault[]): Chosen => ({ kind: "unfit", faults: [first, ...rest] });

const judged = (applicant: Applicant, choice: Choice): Chosen => {
  const [first, ...rest] = faultsOf(applicant, choice);
  return first ? unfit(first, ...rest) : { kind: "fit", choice };
};

/** The position that was named, or the first that fits for somebody on the duty list, or all that speaks against it. */
async function choiceOf(
  deps: ParticipationDeps,
  applicant: Applicant,
  positionId: string | undefined,
): Promise<Chosen> {
  const { activity, member, onDuty } = applicant;
  if (positionId !== undefined) {
    const named = positionOf(activity, positionId);
    return named ? judged(applicant, named) : unfit(fault("positionUnknown"));
  }
  if (!onDuty) return unfit(fault("positionNeeded"));
  const held = await placeHeld(deps, activity, member.id, undefined);
  if (held) return { kind: "held", place: held };
  const lines = await deps.participations.lines(activity);
  const first = firstThatFits(applicant, (id) => hasRoom(activity, lines, id));
  if (first) return { kind: "fit", choice: first };
  const [session] = activity.sessions;
  const [position] = session?.positions ?? [];
  return session && position ? judged(applicant, { session, position }) : unfit(fault("positionUnknown"));
}

const hasRoom = (activity: Activity, lines: ReadonlyMap<string, Line>, positionId: string): boolean => {
  const headCount = positionOf(activity, positionId)?.position.headCount ?? 0;
  return countsOf(lines.get(positionId) ?? { active: 0 }, headCount).placed < headCount;
};

/** The place that somebody has already in a position, or anywhere in the activity. */
async function placeHeld(
  deps: ParticipationDeps,
  activity: Activity,
  memberId: string,
  positionId: string | undefined,
): Promise<Active | undefined> {
  const own = await deps.participations.ofMember(activity, memberId);
  return own.filter(isActive).find((row) => positionId === undefined || row.positionId === positionId);
}
