import { type Info as Attendance, standing } from "./attendance.ts";
import { classRefusal } from "./class.refusals.ts";
import type { Info as Class } from "./class.ts";

interface Asking {
  classId: string;
  sessionId: string;
  memberId: string;
  /** Whether they were there after all. */
  present: boolean;
  reason: string;
  by: string;
  /** ISO-8601 UTC. */
  at: string;
}

/**
 * Asks for an attendance of a closed class to be put right: somebody was there after all, or was not. Somebody else decides.
 *
 * @throws `class.not_closed`, `class.session_cancelled`, `class.session_missing`, `class.correction_pending`, `class.correction_needless`
 * @source docs/domain.md "Decisions, classes"
 */
export function ask(one: Class, before: Attendance | undefined, asking: Asking): Attendance {
  const { classId, sessionId, memberId, present, reason, by, at } = asking;
  if (!one.closed) throw classRefusal("class.not_closed");
  const session = one.sessions.find(({ id }) => id === sessionId);
  if (!session) throw classRefusal("class.session_missing");
  if (session.cancelled) throw classRefusal("class.session_cancelled");
  if (before?.asked) throw classRefusal("class.correction_pending");
  if (standing(before ? [before] : []).length > 0 === present) throw classRefusal("class.correction_needless");
  // Who was never put down has a row that does not count, until somebody agrees.
  const none = { classId, sessionId, memberId, how: "paper", at, by, void: { at, by, reason }, version: 0 } as const;
  return { ...(before ?? none), asked: { present, reason, by, at } };
}

/** Agrees to what was asked, or leaves all as it was. @param by - and in whose name: neither is who asked, or whom it is about @throws `class.correction_missing`, `class.own_correction` */
export function decide(
  before: Attendance | undefined,
  { agrees, by, deputyFor, at }: { agrees: boolean; by: string; deputyFor?: string | undefined; at: string },
): Attendance {
  if (!before?.asked) throw classRefusal("class.correction_missing");
  const { asked, ...row } = before;
  const concerned = [asked.by, row.memberId];
  if (concerned.includes(by) || (deputyFor !== undefined && concerned.includes(deputyFor)))
    throw classRefusal("class.own_correction");
  if (!agrees) return row;
  if (!asked.present) return { ...row, void: { at, by: asked.by, reason: asked.reason } };
  const { void: _, ...there } = row;
  return { ...there, how: "paper", at, by: asked.by };
}
