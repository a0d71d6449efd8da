import type { Info as Activity, Position, Session } from "../activity/activity.ts";
import { dayOf, overlaps } from "../lib/time.ts";
import * as Lifecycle from "../lifecycle/lifecycle.ts";
import { isVolunteerOn, type Info as Member } from "../member/member.ts";
import { endingsText, lacking } from "../member/skills.ts";
import { isInAudience } from "./audience.ts";
import { isThere } from "./exempt.ts";
import { type Fault, fault } from "./fault.ts";
import type { Active } from "./participation.ts";

/** Everything that decides whether somebody may sign up, as of one instant. */
export interface Applicant {
  activity: Activity;
  lifecycle: Lifecycle.Info;
  member: Member;
  /** The member's own skills and those of their teams. */
  skills: ReadonlySet<string>;
  /** Those of the teams, which never end. */
  ofTeams?: ReadonlySet<string> | undefined;
  onDuty: boolean;
  /** Places and waiting-list places in sessions of any activity. */
  held: readonly Active[];
  /** Hours of covers that they agreed to, for whatever activity. */
  covers: readonly { from: string; to: string }[];
  /** Leave was asked for this activity and is open or approved. */
  onLeave: boolean;
  /** The route's clock, ISO-8601 UTC. */
  at: string;
  /** The local day of `at`, `YYYY-MM-DD`. */
  day: string;
  zone: string;
}

/** A position in its session. */
export interface Choice {
  session: Session;
  position: Position;
}

/** Whether one can still sign up for a session that was added after recruiting. */
export const isOpenByItself = (
  { signUpUntil }: Pick<Session, "signUpUntil">,
  lifecycle: Lifecycle.Info,
  at: string,
): boolean =>
  signUpUntil !== undefined &&
  at < signUpUntil &&
  (lifecycle.status === "covering" || lifecycle.status === "executing");

/** Why nobody can sign up at this point of the activity; nothing while recruiting, or the session's own time to sign up, is open. */
export function stageFaults(
  { lifecycle, at }: Pick<Applicant, "lifecycle" | "at">,
  session?: Pick<Session, "signUpUntil">,
): Fault[] {
  if (session && isOpenByItself(session, lifecycle, at)) return [];
  if (Lifecycle.isOpen(lifecycle, "Recruit", at)) return [];
  if (lifecycle.status === "cancelled") return [fault("cancelled")];
  const before = Lifecycle.STAGES.indexOf(Lifecycle.stageOf(lifecycle)) < Lifecycle.STAGES.indexOf("Recruit");
  return [fault(before ? "stageNotOpen" : "stageClosed")];
}

function skillFaults(applicant: Applicant, { session, position }: Choice): Fault[] {
  const { skills, ofTeams = new Set(), member, zone } = applicant;
  const own = { skills, ofTeams, skillsUntil: member.skillsUntil };
  const { missing, expired } = lacking(position.requiredSkills, own, dayOf(session.startsAt, zone));
  const { name } = position;
  return [
    ...(missing.length > 0 ? [fault("skillsMissing", { position: name, skills: missing.join(", ") })] : []),
    ...(expired.length > 0 ? [fault("skillsExpired", { position: name, skills: endingsText(expired) })] : []),
  ];
}

/** Places that share time with a session, other than one in that session itself. */
const clashes = ({ held, activity }: Applicant, { session }: Choice): Active[] =>
  held.filter((place) => {
    const same = place.activityId === activity.id && place.sessionId === session.id;
    const span = { from: place.startsAt, to: place.endsAt };
    return !same && overlaps(span, { from: session.startsAt, to: session.endsAt });
  });

/** What keeps somebody from a session for other reasons than places: covers at that time, and not being employed then. */
function awayFaults({ covers, member, zone }: Applicant, { session: { startsAt: from, endsAt: to } }: Choice): Fault[] {
  const working = covers.filter((cover) => overlaps(cover, { from, to }));
  return [
    ...(isThere(member, from, zone) ? [] : [fault("leaving")]),
    ...working.map((cover) => fault("covering", { coverPeriod: `${cover.from}/${cover.to}` })),
  ];
}

/**
 * All reasons why somebody cannot sign up for a position; none means that they may.
 *
 * The audience binds only those who are not obliged: who is on the duty list may always serve.
 * @source docs/domain.md A4–A6
 */
export function faultsOf(applicant: Applicant, choice: Choice): Fault[] {
  const { activity, member, day, onDuty, onLeave } = applicant;
  return [
    ...stageFaults(applicant, choice.session),
    ...(isVolunteerOn(member, day) ? [] : [fault("notVolunteer")]),
    ...(onDuty || isInAudience(member, activity, day) ? [] : [fault("notInAudience")]),
    ...(onLeave ? [fault("onLeave")] : []),
    ...faultsAnywhere(applicant, choice),
  ];
}

/**
 * All reasons why a leader cannot take somebody in on the spot. Recruiting is over and the audience was for it; leave that
 * was granted binds nobody who came all the same.
 */
export function walkInFaultsOf(applicant: Applicant, choice: Choice): Fault[] {
  return [
    ...(isVolunteerOn(applicant.member, applicant.day) ? [] : [fault("notVolunteer")]),
    ...faultsAnywhere(applicant, choice),
  ];
}

const faultsAnywhere = (applicant: Applicant, choice: Choice): Fault[] => [
  ...(choice.session.cancelled ? [fault("sessionCancelled")] : []),
  ...skillFaults(applicant, choice),
  ...clashes(applicant, choice).map((place) =>
    fault("overlapping", { otherPeriod: `${place.startsAt}/${place.endsAt}`, otherActivityId: place.activityId }),
  ),
  ...awayFaults(applicant, choice),
];

/**
 * The position for somebody on the duty list who names none: the first that fits and has a place, else the first that fits.
 *
 * @param isFree - whether a position has a provisional place left
 * @returns undefined when none fits
 * @source docs/domain.md A5
 */
export function firstThatFits(applicant: Applicant, isFree: (positionId: string) => boolean): Choice | undefined {
  const fitting = applicant.activity.sessions
    .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0))
    .flatMap((session) => session.positions.map((position) => ({ session, position })))
    .filter((choice) => faultsOf(applicant, choice).length === 0);
  return fitting.find(({ position }) => isFree(position.id)) ?? fitting[0];
}
