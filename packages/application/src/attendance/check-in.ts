import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import {
  checkIn,
  checkOut,
  type Info,
  type Key,
  type Present,
  requireCheckInOpen,
} from "@yigong/core/attendance/attendance.ts";
import { codeAt, codesAfter, isRightCode } from "@yigong/core/attendance/code.ts";
import { requireTryLeft } from "@yigong/core/attendance/tries.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { countsOf, type Line } from "@yigong/core/participation/line.ts";
import { type AttendanceDeps, type By, entryOf, requireInTime, requireUnawarded, sceneOf } from "./find-session.ts";

/** What the screen at the entrance shows. */
export interface Screen {
  code: string;
  /** What the QR code holds. */
  url: string;
  svg: string;
  /** Until when it is shown; it is taken for as long again. ISO-8601 UTC. */
  validUntil: string;
  /** The codes of the next minute and a half, so that the screen asks once in two minutes. */
  upcoming: { code: string; url: string; svg: string; validFrom: string }[];
  /** People present in the session, and places in it that are taken. */
  arrived: number;
  expected: number;
  /** The last five who arrived, the latest first. */
  latest: { name: string; at: string }[];
}

const LATEST = 5;
const UPCOMING = 3;

/** The code of this moment and who is there. @throws `attendance.too_early`, `attendance.session_over`, `lifecycle.cancelled` */
export async function screenOf(
  deps: AttendanceDeps,
  { activityId, sessionId }: Omit<Key, "memberId">,
  at: string,
): Promise<Screen> {
  const { activity, session } = await sceneOf(deps, { activityId, sessionId }, recent);
  requireCheckInOpen(session, at);
  const source = { secret: deps.secrets.checkIns, activityId, sessionId };
  const { code, validUntil } = codeAt(source, at);
  const [rows, lines] = await Promise.all([
    deps.attendances.ofSession(activityId, sessionId, recent),
    deps.participations.lines(activity, recent),
  ]);
  const present = rows.filter((row) => row.state === "present");
  const last = present.toSorted((a, b) => (a.checkedInAt < b.checkedInAt ? 1 : -1)).slice(0, LATEST);
  const members = await deps.members.getMany(
    last.map((row) => row.memberId),
    recent,
  );
  const names = new Map(members.map((member) => [member.id as string, member.name]));
  const shown = async (digits: string) => {
    const url = `${deps.origin()}/c/${activityId}/${sessionId}/${digits}`;
    return { code: digits, url, svg: await deps.documents.qrCode(url) };
  };
  return {
    ...(await shown(code)),
    validUntil,
    upcoming: await Promise.all(
      codesAfter(source, at, UPCOMING).map(async (next) => ({ ...next, ...(await shown(next.code)) })),
    ),
    arrived: present.length,
    expected: session.positions.reduce((sum, { id, headCount }) => sum + placedIn(lines.get(id), headCount), 0),
    latest: last.map((row) => ({ name: names.get(row.memberId) ?? row.memberId, at: row.checkedInAt })),
  };
}

const placedIn = (line: Line | undefined, headCount: number): number =>
  countsOf(line ?? { active: 0 }, headCount).placed;

const notParticipant = (message: string) => new Refusal("conflict", "attendance.not_participant", message);

/** Lets somebody check in who has a place in the session, or says why not and what to do. @throws `attendance.not_participant` */
async function requirePlace(deps: AttendanceDeps, activity: Activity, { sessionId, memberId }: Key): Promise<void> {
  const own = await deps.participations.ofMember(activity, memberId, recent);
  const here = own.find((one) => one.sessionId === sessionId);
  if (here?.state === "placed") return;
  if (here?.state === "waiting")
    throw notParticipant(
      "You are on the waiting list; you are told when a place comes free. Ask the leader on the spot.",
    );
  if (own.some((one) => one.state === "placed"))
    throw notParticipant("Your place is in another session of this activity; check in there.");
  const leave = await deps.leaves.find(activity.id, memberId);
  if (leave?.status === "approved")
    throw notParticipant(
      "Your leave is approved, so you have no place. The leader can still put you down in the roll-call.",
    );
  if (here?.state === "released")
    throw notParticipant(
      "No place was left for you, so you need not serve. The leader can still put you down in the roll-call.",
    );
  const duty = await deps.dutyLists.find(activity.id);
  if (duty?.memberIds.includes(memberId))
    throw notParticipant(
      "You have not signed up. You are on the duty list: the leader puts you down in the roll-call.",
    );
  throw notParticipant("You have no place in this activity. Sign up for one of the open activities.");
}

/**
 * Checks somebody in by the code on the screen.
 *
 * @throws `attendance.too_early`, `attendance.session_over`, `attendance.closed`, `attendance.already_checked_in`,
 * `attendance.not_participant`, `attendance.too_many_tries`, `attendance.code_invalid`, `lifecycle.cancelled`
 */
export async function checkInByCode(
  deps: AttendanceDeps,
  key: Key,
  { code, at }: { code: string; at: string },
): Promise<Present> {
  const { activityId, sessionId, memberId } = key;
  const { activity, session, lifecycle } = await sceneOf(deps, key, recent);
  requireCheckInOpen(session, at);
  requireInTime(lifecycle, at);
  const row = await deps.attendances.find(key, recent);
  checkIn(key, row, at);
  await requirePlace(deps, activity, key);
  requireTryLeft(await deps.attendances.triesOf(activityId, memberId, recent), at);
  if (!isRightCode({ secret: deps.secrets.checkIns, activityId, sessionId }, code, at)) {
    await deps.attendances.noteWrong(activityId, memberId, at);
    throw new Refusal(
      "invalid",
      "attendance.code_invalid",
      "This code is wrong or no longer shown; it changes every 30 seconds. Scan the one on the screen now, or ask the leader.",
    );
  }
  return deps.attendances.change(key, at, (before) => ({ item: checkIn(key, before, at) }), { row });
}

/**
 * Checks somebody out: themselves, or the leader for them.
 *
 * @throws `attendance.not_checked_in`, `attendance.check_out_over`, `attendance.awarded`, `lifecycle.cancelled`
 */
export async function checkOutOf(deps: AttendanceDeps, key: Key, { by, at }: { by: By; at: string }): Promise<Present> {
  const isOwn = by.actorId === key.memberId;
  const { session, lifecycle } = await sceneOf(deps, key, isOwn ? recent : undefined);
  requireUnawarded(lifecycle);
  const audit = isOwn ? [] : [entryOf(deps, key, { by, at, action: "attendance.checkOut" })];
  const out = (before: Info | undefined) => ({
    item: checkOut(before, { by: by.actorId, at, endsAt: session.endsAt }),
    audit,
  });
  // Who checked in a moment ago may be missing here, and is looked for again.
  const row = await deps.attendances.find(key, recent);
  return deps.attendances.change(key, at, out, row && { row });
}
