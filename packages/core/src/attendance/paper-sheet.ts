import * as z from "zod";
import { Instant } from "../lib/time.ts";
import { type Party, requireOther } from "../permission/party.ts";
import { attendanceRefusal } from "./attendance.refusals.ts";
import { type Absent, type Info as Attendance, HalfDays, type Key, requireForeignHours } from "./attendance.ts";
import { entered } from "./back-entry.ts";
import { remembered } from "./record.ts";

/** What the sheet says of one person: signed, or not. */
export const Line = z.discriminatedUnion("state", [
  z.object({ memberId: z.string(), state: z.literal("present"), halfDays: HalfDays }),
  z.object({
    memberId: z.string(),
    state: z.literal("absent"),
    excused: z.boolean(),
    why: z.string().trim().min(1).max(1000),
  }),
]);
export type Line = z.infer<typeof Line>;

/** As many as an item of the store holds by far, and more than ever signed in one session. */
export const MOST_LINES = 2_000;

const Base = z.object({
  activityId: z.string(),
  sessionId: z.string(),
  lines: z.array(Line).max(MOST_LINES),
  reason: z.string().trim().min(1).max(1000),
  requestedBy: z.string(),
  /** Whom the asker stood in for as a deputy. */
  requestedFor: z.string().optional(),
  requestedAt: Instant,
  version: z.int().nonnegative(),
});

/**
 * A sign-in sheet on paper that was typed in after its session was over: one batch, which a second person decides.
 *
 * @source Order 67; docs/domain.md lifecycle 3, "Decision, paper"
 */
export const Info = z.discriminatedUnion("status", [
  Base.extend({ status: z.literal("requested") }),
  Base.extend({ status: z.literal("approved"), decidedBy: z.string(), decidedAt: Instant }),
  Base.extend({ status: z.literal("refused"), decidedBy: z.string(), decidedAt: Instant, why: z.string() }),
]);
export type Info = z.infer<typeof Info>;
export type Requested = Extract<Info, { status: "requested" }>;

/**
 * Asks for a sheet's lines to be put down. Pages typed one after the other are one batch until it is decided; a line about
 * the same person replaces the one before.
 *
 * @throws `attendance.own_hours` for a line about oneself, `attendance.sheet_too_long`
 */
export function request(
  before: Info | undefined,
  said: Party & { activityId: string; sessionId: string; lines: readonly Line[]; reason: string; at: string },
): Requested {
  const { by, deputyFor, at, activityId, sessionId, reason } = said;
  for (const { memberId } of said.lines) requireForeignHours(said, memberId);
  const kept = before?.status === "requested" ? before.lines : [];
  const lines = [...new Map([...kept, ...said.lines].map((line) => [line.memberId, line])).values()];
  if (lines.length > MOST_LINES) throw attendanceRefusal("attendance.sheet_too_long", { most: MOST_LINES });
  return {
    ...{ activityId, sessionId, lines, reason, requestedBy: by, requestedAt: at },
    ...(deputyFor === undefined ? {} : { requestedFor: deputyFor }),
    status: "requested",
    version: before?.version ?? 0,
  };
}

/** Lets somebody decide a batch who neither typed it nor is on it. @throws `attendance.second_person/sheet` */
export const requireSecondPerson = ({ requestedBy, requestedFor, lines }: Info, party: Party): void =>
  requireOther(party, [requestedBy, requestedFor, ...lines.map(({ memberId }) => memberId)], () =>
    attendanceRefusal("attendance.second_person/sheet"),
  );

/**
 * Decides a batch as a whole, as a second person; the same decision twice is one.
 *
 * @throws `attendance.second_person/sheet`, `attendance.sheet_decided` when it was decided otherwise
 */
export function decide(
  before: Info,
  { by, deputyFor, at, why }: Party & { at: string; why?: string | undefined },
): Info {
  const status = why === undefined ? "approved" : "refused";
  if (before.status === status) return before;
  if (before.status !== "requested") throw attendanceRefusal("attendance.sheet_decided");
  requireSecondPerson(before, { by, deputyFor });
  const decided = { ...before, decidedBy: by, decidedAt: at };
  return why === undefined ? { ...decided, status: "approved" } : { ...decided, status: "refused", why };
}

/**
 * What a line of an approved sheet makes of a row. Paper takes nothing back: who is down as present stays so, and an absence
 * that was appealed against stays as it was. Doing it twice is one entry.
 */
export function put(
  key: Key,
  before: Attendance | undefined,
  { line, sheet, approvedBy, startsAt }: { line: Line; sheet: Requested; approvedBy: string; startsAt: string },
): Attendance {
  if (before?.state === "present") return before;
  const { requestedBy: by, requestedAt: at, reason, requestedFor } = sheet;
  const version = before?.version ?? 0;
  if (line.state === "present") {
    const entry = { ...key, ...sheet, halfDays: line.halfDays, reason, status: "approved" as const };
    const approved = { ...entry, approvedBy, approvedAt: at };
    return { ...entered(approved, { startsAt, version, before }), method: "paper" };
  }
  if (before && (before.appeal || (before.excused === line.excused && before.why === line.why))) return before;
  const missed: Absent = {
    ...{ activityId: key.activityId, sessionId: key.sessionId, memberId: key.memberId, version },
    ...(before ? { earlier: remembered(before, { by: approvedBy, at }) } : {}),
    ...{ state: "absent", excused: line.excused, by, at, paper: true, why: line.why },
    ...(requestedFor === undefined ? {} : { byFor: requestedFor }),
  };
  return missed;
}
