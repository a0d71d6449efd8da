import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { holds } from "@yigong/core/leave/leave.ts";
import { mapInParallel } from "@yigong/core/lib/parallel.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { isOpen } from "@yigong/core/lifecycle/lifecycle.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import type { Fault } from "@yigong/core/participation/fault.ts";
import { countsOf, emptyLine, type Line, resolve } from "@yigong/core/participation/line.ts";
import { isActive, type Info as Place } from "@yigong/core/participation/participation.ts";
import { type Applicant, type Choice, faultsOf } from "@yigong/core/participation/sign-up.ts";
import type { Standing, Surroundings } from "./read-surroundings.ts";
import type { TodoDeps } from "./todo-stores.ts";

/** Where a person stands in an activity, as one word. */
export type OwnStatus = "placed" | "offered" | "waiting" | "released" | "onLeave" | "leaveAsked" | "undecided";

/** An activity, where a person stands in it, and whether they can sign up. */
export interface Outlook extends Standing {
  /** The person's rows, as they stand. */
  places: Place[];
  onDuty: boolean;
  status?: OwnStatus | undefined;
  /** A position is open to them in which they have no place yet. */
  canSignUp: boolean;
  /** Every reason against it, each once, when no position is open to them. */
  faults: Fault[];
  /** While people are recruited. */
  placesLeft?: number | undefined;
}

const IN_FLIGHT = 8;
const NO_LINES: ReadonlyMap<string, Line> = new Map();

const choicesOf = ({ sessions }: Activity): Choice[] =>
  sessions.flatMap((session) => session.positions.map((position) => ({ session, position })));

/** The skills that count for a member: their own, and those of their teams where an activity asks for any. */
async function skillsOf(deps: TodoDeps, { skills, teamIds }: Member, activities: readonly Activity[]) {
  const asked = activities.some((one) => choicesOf(one).some(({ position }) => position.requiredSkills.length > 0));
  const teams = asked && teamIds.length > 0 ? await deps.units.getMany(teamIds) : [];
  return new Set([...skills, ...teams.flatMap((unit) => (unit.kind === "team" ? unit.skills : []))]);
}

/** Whether a member can be on a duty list at all: those of others need not be read. */
const mayOwe = ({ volunteerSince, politicalStatuses }: Member): boolean =>
  volunteerSince !== undefined && politicalStatuses.some(({ status }) => status === "partyMember");

/**
 * Where a person stands in activities that are recruiting or in which they have a part.
 *
 * For each of them that recruits: its lines, and the duty list where one can oblige the person (remembered once read). All
 * else comes from the surroundings, and the rules are those of signing up.
 * @source docs/domain.md A4–A6
 */
export async function outlooksOf(
  deps: TodoDeps,
  around: Surroundings,
  standings: readonly Standing[],
): Promise<Outlook[]> {
  const { member, at } = around;
  const recruiting = standings.filter(({ lifecycle }) => isOpen(lifecycle, "Recruit", at));
  const skills = await skillsOf(
    deps,
    member,
    recruiting.map(({ activity }) => activity),
  );
  const held = around.rows.filter(isActive).filter(({ endsAt }) => endsAt > at);
  const standingHeld = held.filter(({ activityId }) => around.all.get(activityId)?.lifecycle.status !== "cancelled");
  return mapInParallel(standings, IN_FLIGHT, async ({ activity, lifecycle }) => {
    const open = isOpen(lifecycle, "Recruit", at);
    const own = around.rows.filter((row) => row.activityId === activity.id);
    const unallocated = lifecycle.status === "recruiting" && (open || own.some(isActive));
    const [lines, duty] = await Promise.all([
      unallocated ? deps.participations.lines(activity, recent) : NO_LINES,
      activity.origin === "alliance" && mayOwe(member) ? deps.dutyLists.find(activity.id) : undefined,
    ]);
    const onDuty = duty?.memberIds.includes(member.id) ?? false;
    const leave = around.leaves.find(({ activityId }) => activityId === activity.id);
    const places = own.map((row) => resolved(row, activity, lines));
    const applicant: Applicant = {
      activity,
      lifecycle,
      member,
      skills,
      onDuty,
      held: standingHeld,
      covers: around.coverHours,
      onLeave: onDuty && holds(leave),
      at,
      day: around.day,
      zone: around.zone,
    };
    return {
      activity,
      lifecycle,
      places,
      onDuty,
      status: statusOf({ places, leave: onDuty ? leave : undefined, asked: onDuty && open }),
      ...chances(applicant, places),
      ...(open ? { placesLeft: leftIn(activity, lines) } : {}),
    };
  });
}

function resolved(row: Place, activity: Activity, lines: ReadonlyMap<string, Line>): Place {
  const choice = choicesOf(activity).find(({ position }) => position.id === row.positionId);
  const line = lines.get(row.positionId);
  return line === undefined ? row : resolve(row, line, choice?.position.headCount ?? 0);
}

function statusOf({
  places,
  leave,
  asked,
}: {
  places: readonly Place[];
  leave: Surroundings["leaves"][number] | undefined;
  asked: boolean;
}): OwnStatus | undefined {
  for (const state of ["placed", "offered", "waiting", "released"] as const)
    if (places.some((place) => place.state === state)) return state;
  if (leave?.status === "approved") return "onLeave";
  if (leave && holds(leave)) return "leaveAsked";
  return asked ? "undecided" : undefined;
}

const codeOf = ({ code, params }: Fault): string => `${code} ${JSON.stringify(params)}`;

/** Whether any position is open, else all that speaks against all of them, each reason once. */
function chances(applicant: Applicant, places: readonly Place[]): Pick<Outlook, "canSignUp" | "faults"> {
  const taken = new Set(places.filter((place) => place.state !== "withdrawn").map(({ sessionId }) => sessionId));
  const free = choicesOf(applicant.activity).filter(({ session }) => !taken.has(session.id));
  const against = free.map((choice) => faultsOf(applicant, choice));
  if (against.some((faults) => faults.length === 0)) return { canSignUp: true, faults: [] };
  return { canSignUp: false, faults: [...new Map(against.flat().map((one) => [codeOf(one), one])).values()] };
}

const leftIn = (activity: Activity, lines: ReadonlyMap<string, Line>): number =>
  choicesOf(activity).reduce((sum, { position: { id, headCount } }) => {
    return sum + headCount - countsOf(lines.get(id) ?? emptyLine(id), headCount).placed;
  }, 0);
