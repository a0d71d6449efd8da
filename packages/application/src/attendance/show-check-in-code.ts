import { type Key, requireCheckInOpen } from "@yigong/core/attendance/attendance.ts";
import { codeAt, codesAfter, type Shown } from "@yigong/core/attendance/code.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { countsOf, type Line } from "@yigong/core/participation/line.ts";
import type { AttendanceDeps } from "./attendance-stores.ts";
import { findSession } from "./find-session.ts";

/** What the screen at the entrance shows. */
export interface Screen {
  /** Six digits, for those who type. */
  code: string;
  /** What the QR code holds; it ends with the eight characters of the same half minute. */
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

/** The code in force and who is present. @throws `attendance.too_early`, `attendance.session_over`, `lifecycle.cancelled` */
export async function showCheckInCode(
  deps: AttendanceDeps,
  { activityId, sessionId }: Omit<Key, "memberId">,
  at: string,
): Promise<Screen> {
  const { activity, session } = await findSession(deps, { activityId, sessionId }, recent);
  requireCheckInOpen(session, at);
  const source = { secret: deps.secrets.checkIns, activityId, sessionId };
  const now = codeAt(source, at);
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
  const shown = async ({ code, linkCode }: Shown) => {
    const url = `${deps.origin()}/c/${activityId}/${sessionId}/${linkCode}`;
    return { code, url, svg: await deps.documents.qrCode(url) };
  };
  return {
    ...(await shown(now)),
    validUntil: now.validUntil,
    upcoming: await Promise.all(
      codesAfter(source, at, UPCOMING).map(async (next) => ({
        validFrom: next.validFrom,
        ...(await shown(next)),
      })),
    ),
    arrived: present.length,
    expected: session.positions.reduce((sum, { id, headCount }) => sum + placedIn(lines.get(id), headCount), 0),
    latest: last.map((row) => ({ name: names.get(row.memberId) ?? row.memberId, at: row.checkedInAt })),
  };
}

const placedIn = (line: Line | undefined, headCount: number): number =>
  countsOf(line ?? { active: 0 }, headCount).placed;
