import { type Info as Activity, positionOf } from "@yigong/core/activity/activity.ts";
import * as Cover from "@yigong/core/cover/cover.ts";
import {
  type Circumstances,
  type Consequence,
  consequencesOf,
  type Surroundings,
  seenAs,
  type Way,
  waysOf,
} from "@yigong/core/leave/cannot.ts";
import { decideUntil, isOpen } from "@yigong/core/leave/leave.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import * as Lifecycle from "@yigong/core/lifecycle/lifecycle.ts";
import { affiliationOn } from "@yigong/core/member/member.ts";
import { countsOf } from "@yigong/core/participation/line.ts";
import { beginsAt, endsAt } from "@yigong/core/participation/moment.ts";
import type { AttendanceDeps } from "../attendance/attendance-stores.ts";
import { ownAttendances } from "../attendance/own-attendances.ts";
import type { CoverDeps } from "../cover/cover-stores.ts";
import { nameOf } from "../lib/name-of.ts";
import type { ParticipationDeps } from "../participation/participation-stores.ts";
import { findLeaveDeciders } from "./find-leave-deciders.ts";

export type CannotDeps = Omit<ParticipationDeps, "covers"> &
  Pick<AttendanceDeps, "attendances"> & { covers: CoverDeps["covers"] };

/** Whose, and when. */
export interface Whose {
  activityId: string;
  memberId: string;
  /** The route's clock, ISO-8601 UTC. */
  at: string;
}

/** One thing that "I cannot come" does, with the span that it is about and what it comes to. */
export interface CannotWay extends Way {
  from: string;
  to: string;
  consequences: Consequence[];
}

/** What "I cannot come" is for somebody in an activity now. Without ways there is `nothing` to say, and why. */
export interface Cannot {
  activity: Activity;
  ways: CannotWay[];
  /** To be sent with the act: what was shown. */
  seen: string;
  nothing: Consequence["word"] | undefined;
}

interface Known extends Circumstances {
  activity: Activity;
  needs: readonly Cover.Info[];
}

async function circumstancesOf(deps: CannotDeps, { activityId, memberId, at }: Whose): Promise<Known> {
  const [activity, lifecycle, duty] = await Promise.all([
    deps.activities.get(activityId),
    deps.lifecycles.get(activityId),
    deps.dutyLists.find(activityId),
  ]);
  const onDuty = duty?.memberIds.includes(memberId) ?? false;
  const [places, leave, attendances, needs] = await Promise.all([
    deps.participations.ofMember(activity, memberId),
    onDuty ? deps.leaves.find(activityId, memberId) : undefined,
    ownAttendances(deps, activity, memberId),
    activity.origin === "alliance" ? deps.covers.of(activityId) : [],
  ]);
  const covers = needs.flatMap(({ id, status, from, ...need }) =>
    (status === "offered" || status === "accepted") && "memberId" in need && need.memberId === memberId
      ? [{ id, status, from }]
      : [],
  );
  const seen = new Set(attendances.filter(({ state }) => state === "present").map(({ sessionId }) => sessionId));
  return { activity, lifecycle, onDuty, places, leave, seen, covers, needs, at };
}

/** Why there is nothing to say, the nearest reason first. */
function nothingOf({ lifecycle, leave, places }: Known): Consequence["word"] {
  if (Lifecycle.isOver(lifecycle)) return "cannot.nothing.over";
  if (leave && isOpen(leave)) return "cannot.nothing.asked";
  if (leave?.status === "approved") return "cannot.nothing.onLeave";
  if (places.some(({ cannot }) => cannot)) return "cannot.nothing.told";
  return places.some(({ state }) => state === "released") ? "cannot.nothing.released" : "cannot.nothing";
}

/** Whether a request for leave goes to the alliance at once. */
async function goesToAlliance(deps: CannotDeps, { lifecycle }: Known, { memberId, at }: Whose): Promise<boolean> {
  const [member] = await deps.members.getMany([memberId], recent);
  const { branchId } = member ? affiliationOn(member, dayOf(at, deps.zone)) : {};
  if (branchId === undefined || decideUntil(lifecycle, at) === undefined) return true;
  return (await findLeaveDeciders(deps, { memberId, branchId, at })).length === 0;
}

/** What an activity knows around each way. */
async function surroundingsOf(deps: CannotDeps, known: Known, whose: Whose) {
  const { activity, places, needs, onDuty } = known;
  const [lines, allianceDecides, names] = await Promise.all([
    deps.participations.lines(activity, recent),
    onDuty ? goesToAlliance(deps, known, whose) : false,
    nameOf(
      deps,
      needs.map(({ participantId }) => participantId),
    ),
  ]);
  const covered = needs.filter((need) => need.participantId === whose.memberId && Cover.covererOf(need) !== undefined);
  return ({ sessionId, needId }: Way): Surroundings => {
    const place = places.find((one) => one.sessionId === sessionId);
    const position = place && positionOf(activity, place.positionId)?.position;
    const line = place && lines.get(place.positionId);
    const need = needs.find(({ id }) => id === needId);
    return {
      position: position?.name ?? "",
      waiting: line && position ? countsOf(line, position.headCount).waiting : 0,
      covered,
      onDuty,
      allianceDecides,
      cover: need && { name: names(need.participantId), from: need.from, to: need.to },
    };
  };
}

/**
 * Finds what "I cannot come" is for somebody now, and what it comes to. It writes nothing.
 *
 * @throws `activity.missing`
 */
export async function findCannot(deps: CannotDeps, whose: Whose): Promise<Cannot> {
  const known = await circumstancesOf(deps, whose);
  const { activity, places, needs } = known;
  const ways = waysOf(known);
  if (ways.length === 0) return { activity, ways: [], seen: "", nothing: nothingOf(known) };
  const around = await surroundingsOf(deps, known, whose);
  const spanOf = ({ sessionId, needId }: Way) => {
    const need = needs.find(({ id }) => id === needId);
    const place = places.find((one) => one.sessionId === sessionId);
    if (need) return { from: need.from, to: need.to };
    const [first] = activity.sessions.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
    if (!place) return { from: first?.startsAt ?? "", to: first?.endsAt ?? "" };
    return { from: beginsAt(activity, place), to: endsAt(activity, place) };
  };
  const shown = ways.map((way) => ({ ...way, ...spanOf(way), consequences: consequencesOf(way, around(way)) }));
  return { activity, ways: shown, seen: seenAs(ways), nothing: undefined };
}
