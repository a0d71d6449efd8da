import type { Info as Attendance, Key } from "@yigong/core/attendance/attendance.ts";
import { onSharedDevice } from "@yigong/core/attendance/device.ts";
import { type Info as Member, masked } from "@yigong/core/member/member.ts";
import type { AttendanceDeps } from "./attendance-stores.ts";
import { findCallable } from "./find-callable.ts";
import { findSession, type SessionInActivity } from "./find-session.ts";

/** One person whom the leader may call, as their phone keeps them. */
export interface RollLine {
  memberId: string;
  name: string;
  employeeNumber?: string | undefined;
  teamIds: readonly string[];
  mobile?: string | undefined;
  /** With a place; the others are on the duty list and may come without having signed up. */
  placed: boolean;
  mayBeAbsent: boolean;
  /** Said that they cannot come, and why. */
  cannot?: string | undefined;
  row?: Attendance | undefined;
  /** Checked in with a browser that checked more than three people in: "代签?". */
  sharedDevice: boolean;
}

/**
 * Lists whom a leader's phone may call in a session: who has a place, who is on the duty list, and whoever is down already.
 *
 * @throws `activity.missing`, `activity.session_missing`, `lifecycle.cancelled`
 */
export async function listRoll(
  deps: AttendanceDeps,
  scope: Omit<Key, "memberId">,
): Promise<SessionInActivity & { lines: RollLine[] }> {
  const found = await findSession(deps, scope);
  const [may, rows] = await Promise.all([
    findCallable(deps, found),
    deps.attendances.ofSession(scope.activityId, scope.sessionId),
  ]);
  const byMember = new Map(rows.map((row) => [row.memberId, row]));
  const called = [...may.placed, ...may.duty].filter((memberId) => may.present(memberId));
  const ids = [...new Set([...called, ...byMember.keys()])];
  const members = new Map((await deps.members.getMany(ids)).map((member) => [member.id as string, member]));
  const shared = onSharedDevice(rows);
  const lines = ids.map((memberId) => ({
    ...shown(memberId, members.get(memberId)),
    placed: may.placed.has(memberId),
    mayBeAbsent: may.absent(memberId),
    cannot: may.cannot.get(memberId),
    row: byMember.get(memberId),
    sharedDevice: shared.has(memberId),
  }));
  return { ...found, lines: lines.sort(byName) };
}

const shown = (memberId: string, member: Member | undefined) => ({
  memberId,
  name: member?.name ?? memberId,
  employeeNumber: member?.employeeNumber,
  teamIds: member?.teamIds ?? [],
  mobile: masked(member?.mobile),
});

const collator = new Intl.Collator("zh-CN");
const byName = (a: RollLine, b: RollLine): number =>
  Number(b.placed) - Number(a.placed) || collator.compare(a.name, b.name) || (a.memberId < b.memberId ? -1 : 1);
