import { type Info as Activity, heldSessions } from "../activity/activity.ts";
import { dutyStates, type List, type Presence } from "../participation/duty.ts";
import { type Exempt, nobodyExempt } from "../participation/exempt.ts";
import type { Info as Participation } from "../participation/participation.ts";
import { type Absent, evidenceOf, type Info, missing } from "./attendance.ts";
import { halfDaysServed } from "./workdays.ts";

/** What one person did in an activity. An attendance (人次) is one person in one session. */
export interface Service {
  memberId: string;
  attendances: number;
  halfDays: number;
  evidence: string[];
}

/**
 * What everybody who was present did, in the order of their ids.
 *
 * @source docs/domain.md I2: awarded from the check-in, never from a plan
 */
export function servicesOf(rows: readonly Info[], zone: string): Service[] {
  const present = rows.filter((row) => row.state === "present");
  return [...Map.groupBy(present, (row) => row.memberId)]
    .map(([memberId, own]) => ({
      memberId,
      attendances: own.length,
      halfDays: halfDaysServed(own, zone),
      evidence: own.map(evidenceOf).sort(),
    }))
    .sort((a, b) => (a.memberId < b.memberId ? -1 : 1));
}

/** Who was present in some session, and whose absences are all excused. */
export function presenceOf(rows: readonly Info[]): Required<Presence> & { excused: ReadonlySet<string> } {
  const byState = Map.groupBy(rows, (row) => row.state === "present");
  const present = new Set(byState.get(true)?.map((row) => row.memberId));
  const absences = Map.groupBy(
    rows.filter((row) => row.state === "absent"),
    (row) => row.memberId,
  );
  const excused = [...absences].filter(([, own]) => own.every((row) => row.excused)).map(([memberId]) => memberId);
  return { present, excused: new Set(excused) };
}

/** What the end of the stage judges by. */
export interface Ending {
  activity: Pick<Activity, "id" | "sessions">;
  list: Pick<List, "memberIds">;
  participations: readonly Participation[];
  /** Members whose leave is approved. */
  onLeave: ReadonlySet<string>;
  /** Who covers somebody's shift meanwhile, or has left by then. */
  exempt?: Exempt | undefined;
  rows: readonly Info[];
}

/**
 * The absences to put down at the end of the stage: people on the duty list of whom nothing is known, for each session in
 * which they have a place; who never answered, once, for the first session to which they could have come. Leave, release, a
 * cover meanwhile and having left excuse.
 *
 * @source docs/domain.md A4/A5: undecided becomes unexcused only if absent
 */
export function absencesOf(ending: Ending, { at, why }: { at: string; why: string }): Absent[] {
  const { activity, list, participations, onLeave, rows, exempt = nobodyExempt } = ending;
  const known = new Set(rows.map((row) => `${row.sessionId} ${row.memberId}`));
  const seen = new Set(rows.map((row) => row.memberId));
  const places = Map.groupBy(
    participations.filter((one) => one.state === "placed"),
    (one) => one.memberId,
  );
  const sessions = heldSessions(activity).toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  const states = dutyStates({ list, participations, onLeave, exempt });
  return [...states].flatMap(([memberId, state]) => {
    if (state === "onLeave" || state === "released") return [];
    const placed = places.get(memberId)?.map((one) => one.sessionId) ?? [];
    const first = sessions.find(({ id }) => !exempt(memberId, id) && !exempt.isAway(memberId, id));
    const never = state === "undecided" && !seen.has(memberId) && first ? [first.id] : [];
    return (placed.length > 0 ? placed : never)
      .filter((sessionId) => !exempt(memberId, sessionId) && !known.has(`${sessionId} ${memberId}`))
      .map((sessionId) => missing({ activityId: activity.id, sessionId, memberId }, { at, why }));
  });
}
