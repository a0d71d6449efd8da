import type { Info as Activity, Session } from "./activity.ts";
import { changedFields, type Field } from "./revise.ts";

/** Fields whose change is told to people at once; the others stand in the notice, for whoever looks. */
export const TOLD_FIELDS: readonly Field[] = ["place", "title", "risks", "insurance"];

/**
 * One message about a change and to whom it goes. `participants`: who has or waits for a place, in one session if there is one,
 * and who is on the duty list without an answer; `undecided`: only the latter; `waiting`: who has no place yet.
 */
export interface Notice {
  what: "revised" | "risksChanged" | "sessionMoved" | "sessionCancelled" | "sessionAdded";
  who: "participants" | "undecided" | "waiting";
  sessionId?: string | undefined;
  fields: readonly Field[];
}

const isMoved = (before: Session, after: Session): boolean =>
  before.startsAt !== after.startsAt || before.endsAt !== after.endsAt;

/**
 * Who is told what, by what a change of an activity changes for them: each once for each thing that is otherwise for them.
 *
 * A place elsewhere is told to all who serve; a session that moves to those in it. Those who lose their place in a cancelled
 * session are told as they lose it, so only who has not answered is left; a new session is told to those who might take a place in it.
 * @param at - when it changes, ISO-8601 UTC; nobody is told of what is over
 * @source docs/domain.md A3, "Changing what was published"
 */
export function noticesOf(before: Activity, after: Activity, at: string): Notice[] {
  const old = new Map<string, Session>(before.sessions.map((session) => [session.id, session]));
  const about = after.sessions.filter(({ endsAt, cancelled }) => endsAt > at && !cancelled);
  if (about.length === 0 && after.sessions.every((session) => old.get(session.id)?.cancelled === session.cancelled))
    return [];
  const fields = changedFields(before, after).filter((field) => TOLD_FIELDS.includes(field));
  const revised: Notice[] =
    fields.length === 0
      ? []
      : [{ what: fields.includes("risks") ? "risksChanged" : "revised", who: "participants", fields }];
  return [...revised, ...after.sessions.flatMap((session) => ofSession(old.get(session.id), session))];
}

function ofSession(before: Session | undefined, after: Session): Notice[] {
  const common = { sessionId: after.id, fields: [] };
  if (!before) return (["undecided", "waiting"] as const).map((who) => ({ ...common, what: "sessionAdded", who }));
  if (after.cancelled) return before.cancelled ? [] : [{ ...common, what: "sessionCancelled", who: "undecided" }];
  return isMoved(before, after) ? [{ ...common, what: "sessionMoved", who: "participants" }] : [];
}
