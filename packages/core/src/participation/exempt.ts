import type { Info as Activity } from "../activity/activity.ts";
import * as Away from "../away/away.ts";
import { dayOf, overlaps } from "../lib/time.ts";
import { isEmployedOn, type Info as Member } from "../member/member.ts";

type Session = Pick<Activity["sessions"][number], "id" | "startsAt" | "endsAt">;

/** What keeps people from an activity without any fault of theirs. */
export interface Circumstances {
  sessions: readonly Session[];
  /** Who covers somebody's shift for this activity, confirmed: they work while another serves. */
  covering: ReadonlySet<string>;
  /** Hours of confirmed covers for other activities, by member. */
  busy: ReadonlyMap<string, readonly { from: string; to: string }[]>;
  /** Those of the people asked about who are on the roster. */
  members: ReadonlyMap<string, Pick<Member, "leftOn">>;
  /** Planned absences of those people. */
  aways?: ReadonlyMap<string, Away.Info> | undefined;
  zone: string;
}

/** Who need not come to a session; without one, to any session of the activity. */
export interface Exempt {
  (memberId: string, sessionId?: string): boolean;
  /** Whether somebody had left the company on the day of a session; without one, on the days of all of them. */
  hasLeft(memberId: string, sessionId?: string): boolean;
  /** Whether a planned absence that was approved before excuses from a session; without one, from all of them. Whoever signed up all the same serves. */
  isAway(memberId: string, sessionId?: string): boolean;
}

/** Nobody is exempt: where there is no duty, or nothing is known yet. */
export const nobodyExempt: Exempt = Object.assign(() => false, {
  hasLeft: () => false,
  isAway: () => false,
});

/** Whether somebody is employed on the local day on which something begins. The leaving date is the first day without them. */
export const isThere = (member: Pick<Member, "leftOn"> | undefined, startsAt: string, zone: string): boolean =>
  member === undefined || isEmployedOn(member as Member, dayOf(startsAt, zone));

/**
 * Decides who need not come: whoever covers a shift for the activity, or elsewhere at that time, and who has left by then.
 *
 * @source docs/domain.md A5
 */
export function exemptFrom({ sessions, covering, busy, members, aways, zone }: Circumstances): Exempt {
  const inEach = (test: (memberId: string, session: Session) => boolean) => (memberId: string, sessionId?: string) =>
    sessions.filter(({ id }) => sessionId === undefined || id === sessionId).every((one) => test(memberId, one));
  const left = (memberId: string, { startsAt }: Session) => !isThere(members.get(memberId), startsAt, zone);
  const works = (memberId: string, { startsAt: from, endsAt: to }: Session) =>
    covering.has(memberId) || (busy.get(memberId) ?? []).some((hours) => overlaps(hours, { from, to }));
  const away = (memberId: string, { startsAt: from, endsAt: to }: Session) => {
    const planned = aways?.get(memberId);
    return planned !== undefined && Away.isExcused(planned, { from, to }, zone);
  };
  return Object.assign(
    inEach((memberId, session) => left(memberId, session) || works(memberId, session)),
    { hasLeft: inEach(left), isAway: inEach(away) },
  );
}
