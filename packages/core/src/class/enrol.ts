import type { Session } from "../activity/activity.ts";
import { overlaps } from "../lib/time.ts";
import { isVolunteerOn, type Info as Member } from "../member/member.ts";
import { isThere } from "../participation/exempt.ts";
import type { Info as Class } from "./class.ts";

/** A time that somebody has given already, and what to. */
export interface Busy {
  kind: "activity" | "class" | "cover";
  from: string;
  to: string;
  id?: string;
}

/** Everything that decides whether somebody may enrol in a session. */
export interface Applicant {
  member: Member;
  /** Places in activities and other classes, also in waiting lists, and covers. */
  busy: readonly Busy[];
  /** ISO-8601 UTC. */
  at: string;
  /** The local day of `at`. */
  day: string;
  zone: string;
  /** Whether a trainer takes them in: then a session that has begun is open until it ends. */
  onTheSpot?: boolean | undefined;
}

/** Why somebody cannot enrol in a session. */
export type Fault =
  | { reason: "cancelled" | "sessionCancelled" | "begun" | "closed" | "notVolunteer" | "leaving" | "trainer" }
  | { reason: "busyActivity" | "busyClass" | "covering"; from: string; until: string; id?: string };

const BUSY = { activity: "busyActivity", class: "busyClass", cover: "covering" } as const;

/**
 * All reasons why somebody cannot enrol in a session; none means that they may. Work shifts keep nobody from it: they are shown.
 *
 * @source docs/domain.md T6, "Decisions, classes"
 */
export function faultsOf(one: Class, session: Session, applicant: Applicant): Fault[] {
  const { member, busy, at, day, zone, onTheSpot = false } = applicant;
  const span = { from: session.startsAt, to: session.endsAt };
  const clashes = busy.filter((other) => !(other.kind === "class" && other.id === one.id) && overlaps(span, other));
  const isOver = onTheSpot ? session.endsAt <= at : session.startsAt <= at;
  return [
    ...(one.cancelled ? [{ reason: "cancelled" as const }] : []),
    ...(one.closed ? [{ reason: "closed" as const }] : []),
    ...(session.cancelled ? [{ reason: "sessionCancelled" as const }] : []),
    ...(isOver ? [{ reason: "begun" as const }] : []),
    ...(one.course.audience === "volunteers" && !isVolunteerOn(member, day)
      ? [{ reason: "notVolunteer" as const }]
      : []),
    ...(isThere(member, session.startsAt, zone) ? [] : [{ reason: "leaving" as const }]),
    ...(one.trainerIds.includes(member.id) ? [{ reason: "trainer" as const }] : []),
    ...clashes.map(({ kind, from, to, id }) => ({
      reason: BUSY[kind],
      from,
      until: to,
      ...(id === undefined ? {} : { id }),
    })),
  ];
}
