import { attendanceRefusal } from "@yigong/core/attendance/attendance.refusals.ts";
import * as Attendance from "@yigong/core/attendance/attendance.ts";
import { type Entry, instantOf, judge, type Outcome } from "@yigong/core/attendance/phone-entry.ts";
import { requireHalfDaysWithin } from "@yigong/core/attendance/workdays.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import { inParallel } from "@yigong/core/lib/parallel.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import { absenceTold } from "./absence-effects.ts";
import { attendanceEntry } from "./attendance-audit.ts";
import type { AttendanceDeps } from "./attendance-stores.ts";
import { findCallable } from "./find-callable.ts";
import { findSession } from "./find-session.ts";
import { isLateSession, putDownLate } from "./put-down-late.ts";
import type { Synced, Syncing } from "./synced.ts";

const IN_FLIGHT = 8;

/**
 * Takes the roll-call that a phone kept while it had no network, entry by entry: one that cannot be taken keeps no other
 * from it. Sent again, an entry comes to the same.
 *
 * More than two hours after the session an entry becomes a back entry, which a second person approves.
 * @throws `activity.missing`, `activity.session_missing`, `lifecycle.cancelled`
 * @source docs/domain.md lifecycle 3, "Decision, a roll-call without a network"
 */
export async function syncRollCall(
  deps: AttendanceDeps,
  scope: Omit<Attendance.Key, "memberId">,
  { entries, by, at }: { entries: readonly Entry[]; by: By; at: string },
): Promise<Synced[]> {
  const found = await findSession(deps, scope);
  const called = [...new Set(entries.map(({ memberId }) => memberId))];
  const [may, [leader]] = await Promise.all([findCallable(deps, found, called), deps.members.getMany([by.actorId])]);
  const syncing = { found, may, by, at, name: leader?.name ?? by.actorId };
  const answers = new Map<string, Synced>();
  const bySubject = [...Map.groupBy(entries, ({ memberId }) => memberId).values()];
  await inParallel(bySubject, IN_FLIGHT, async (own) => {
    for (const entry of own.toSorted(inOrder)) answers.set(entry.key, await synced(deps, syncing, entry));
  });
  deps.wake();
  return entries.flatMap(({ key }) => answers.get(key) ?? []);
}

const msOf = ({ occurredAt, offsetMs }: Entry) => Date.parse(occurredAt) + offsetMs;
const inOrder = (a: Entry, b: Entry) => msOf(a) - msOf(b);

async function synced(deps: AttendanceDeps, syncing: Syncing, entry: Entry): Promise<Synced> {
  const { activity, session } = syncing.found;
  const { key, memberId } = entry;
  const where = { activityId: activity.id, sessionId: session.id, memberId };
  try {
    const said = requireTakeable(deps, syncing, entry);
    const late = isLateSession(syncing.found, syncing.at);
    const came = late
      ? await putDownLate(deps, where, { syncing, entry })
      : await putDown(deps, where, { syncing, entry, said });
    return { key, memberId, ...came };
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind === "unavailable") throw error;
    return { key, memberId, outcome: "refused", row: await deps.attendances.find(where), refusal: error };
  }
}

/** @throws `attendance.own_hours`, `attendance.clock_unbelievable`, `attendance.too_many_half_days`, `attendance.not_participant`, `attendance.not_expected` */
function requireTakeable(
  { zone }: Pick<AttendanceDeps, "zone">,
  { found, may, by, at }: Syncing,
  entry: Entry,
): string {
  Attendance.requireForeignHours({ by: by.actorId, deputyFor: by.deputyFor }, entry.memberId);
  const instant = instantOf(entry, found.session, at);
  if (entry.state === "present") requireHalfDaysWithin(found.session, entry.halfDays ?? 0, zone);
  if (!may[entry.state](entry.memberId))
    throw entry.state === "present"
      ? attendanceRefusal("attendance.not_participant/called")
      : attendanceRefusal("attendance.not_expected/called");
  return instant;
}

type Came = Pick<Synced, "outcome" | "row" | "backEntry">;

async function putDown(
  deps: AttendanceDeps,
  key: Attendance.Key,
  { syncing, entry, said }: { syncing: Syncing; entry: Entry; said: string },
): Promise<Came> {
  const { found, by, name, at } = syncing;
  const call = { ...entry, by: by.actorId, deputyFor: by.deputyFor, at: said, session: found.session, syncedAt: at };
  let outcome: Outcome = "recorded";
  let isNew = false;
  const row = await deps.attendances.change(key, at, (before) => {
    const judged = judge(key, before, { entry, said: call });
    outcome = judged.outcome;
    isNew = judged.row !== before;
    if (!isNew) return { item: judged.row };
    const item = judged.row;
    const detail = { to: item.state, from: before?.state, occurredAt: said };
    return {
      item,
      effects: item.state === "absent" && !item.excused ? [absenceTold(found, item, name)] : [],
      audit: [attendanceEntry(deps, key, { by, at, action: "attendance.syncRollCall", detail })],
    };
  });
  // The store counts the version up as it writes; a phone sends the one that stands as `seen`.
  return { outcome, row: isNew ? { ...row, version: row.version + 1 } : row };
}
