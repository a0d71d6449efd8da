import type { Key, Present } from "@yigong/core/attendance/attendance.ts";
import { requireCheckInOpen, requireForeignHours } from "@yigong/core/attendance/attendance.ts";
import { admit } from "@yigong/core/attendance/steward.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import { refuseAll } from "@yigong/core/participation/fault.ts";
import { participationRefusal } from "@yigong/core/participation/participation.refusals.ts";
import type { Placed } from "@yigong/core/participation/participation.ts";
import { walkInFaultsOf } from "@yigong/core/participation/sign-up.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import { findApplicant } from "../participation/find-applicant.ts";
import type { ParticipationDeps } from "../participation/participation-stores.ts";
import { attendanceEntry } from "./attendance-audit.ts";
import type { AttendanceDeps } from "./attendance-stores.ts";
import { requireInTime } from "./attendance-window.ts";
import { findSession, type SessionInActivity } from "./find-session.ts";

export type WalkInDeps = AttendanceDeps & ParticipationDeps;

interface Taken {
  place: Placed;
  attendance: Present;
}

/**
 * Takes a volunteer of the roster in on the spot: a free place, and down as present. Said by the leader, who told the person
 * the risks and heard their consent. Twice is once: who has a place is only put down as present.
 *
 * @throws all reasons at once (see `participation/sign-up.ts`, `walkInFaultsOf`); `participation.full`,
 * `participation.not_allocated`, `attendance.too_early`, `attendance.session_over`, `attendance.closed`,
 * `attendance.own_hours`, `attendance.absence_stands`, `member.missing`, `lifecycle.cancelled`
 * @source State Council Order 685 (consent, risks)
 */
export async function takeWalkIn(
  deps: WalkInDeps,
  key: Key,
  { positionId, by, at }: { positionId?: string | undefined; by: By; at: string },
): Promise<Taken> {
  requireForeignHours({ by: by.actorId, deputyFor: by.deputyFor }, key.memberId);
  const found = await findSession(deps, key);
  requireCheckInOpen(found.session, at);
  requireInTime(found.lifecycle, at);
  const place = await placeFor(deps, found, { key, positionId, by, at });
  const said = { by: by.actorId, deputyFor: by.deputyFor, at, method: "rollCall" } as const;
  const attendance = await deps.attendances.change(key, at, (before) =>
    before?.state === "present"
      ? { item: before }
      : {
          item: admit(key, before, said),
          audit: [
            attendanceEntry(deps, key, {
              by,
              at,
              action: "attendance.walkIn",
              detail: { positionId: place.positionId },
            }),
          ],
        },
  );
  return { place, attendance };
}

interface Wanted {
  key: Key;
  positionId: string | undefined;
  by: By;
  at: string;
}

/** The place that somebody has in the session, or else a free one in the position, or in the first that has one. */
async function placeFor(deps: WalkInDeps, found: SessionInActivity, wanted: Wanted): Promise<Placed> {
  const { activity, session } = found;
  const { key, positionId, by, at } = wanted;
  const held = await deps.participations.ofMember(activity, key.memberId);
  const place = held.find((one) => one.sessionId === session.id && one.state === "placed");
  if (place?.state === "placed") return place;
  const positions = session.positions.filter(({ id }) => positionId === undefined || id === positionId);
  if (positions.length === 0) throw participationRefusal("participation.position_unknown");
  const applicant = await findApplicant(deps, { activityId: activity.id, memberId: key.memberId, at }, found);
  const judged = positions.map((position) => ({ position, faults: walkInFaultsOf(applicant, { session, position }) }));
  const fitting = judged.filter(({ faults }) => faults.length === 0);
  const [first, ...rest] = judged[0]?.faults ?? [];
  if (fitting.length === 0 && first) throw refuseAll([first, ...rest], deps.zone);
  const wish = { activityId: activity.id, memberId: key.memberId, session, duty: applicant.onDuty, at, by: by.actorId };
  for (const { position } of fitting.slice(0, -1)) {
    const taken = await deps.participations.walkIn({ ...wish, position }).catch(whenFull);
    if (taken) return taken;
  }
  const last = fitting.at(-1)?.position;
  if (!last) throw participationRefusal("participation.position_unknown");
  return deps.participations.walkIn({ ...wish, position: last });
}

function whenFull(error: unknown): undefined {
  if (!(error instanceof Refusal && error.code === "participation.full")) throw error;
}
