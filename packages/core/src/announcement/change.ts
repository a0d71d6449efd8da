import type { Info as Activity } from "../activity/activity.ts";
import { instantText, type Language, periodText, type Setting, text } from "../language/index.ts";

/** What a notice says, as far as a change of it is told. */
type Said = Pick<
  Activity,
  "title" | "description" | "place" | "risks" | "sessions" | "recruitUntil" | "insurance" | "contact"
> & { cancelled?: { reason: string } | undefined };
type Session = Said["sessions"][number];

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What two revisions of a notice differ in, one line a change; what matters most comes first. */
export function changeLines(language: Language, before: Said, after: Said, setting: Setting): string[] {
  const instant = (at: string) => instantText(language, at, setting);
  const long = (["risks", "insurance", "contact", "description"] as const).filter(
    (field) => !same(before[field], after[field]),
  );
  return [
    ...(after.cancelled && !before.cancelled
      ? [text(language, "announcement.change.cancelled", { reason: after.cancelled.reason })]
      : []),
    ...(["place", "title"] as const)
      .filter((field) => before[field] !== after[field])
      .map((field) => text(language, `announcement.change.${field}`, { before: before[field], after: after[field] })),
    ...sessionChanges(language, before, after, setting),
    ...(before.recruitUntil === after.recruitUntil
      ? []
      : [
          text(language, "announcement.change.recruitUntil", {
            before: instant(before.recruitUntil),
            after: instant(after.recruitUntil),
          }),
        ]),
    ...long.map((field) => text(language, `announcement.change.${field}`)),
  ];
}

function sessionChanges(language: Language, before: Said, after: Said, setting: Setting): string[] {
  const old = new Map<string, Session>(before.sessions.map((session) => [session.id, session]));
  const period = ({ startsAt, endsAt }: Session) => periodText(language, startsAt, endsAt, setting);
  return after.sessions.flatMap((session, at) => {
    const number = at + 1;
    const from = old.get(session.id);
    if (!from) return [text(language, "announcement.change.sessionAdded", { number, period: period(session) })];
    if (session.cancelled && !from.cancelled) {
      const { reason } = session.cancelled;
      return [text(language, "announcement.change.sessionCancelled", { number, period: period(session), reason })];
    }
    const isMoved = from.startsAt !== session.startsAt || from.endsAt !== session.endsAt;
    const moved = isMoved
      ? [text(language, "announcement.change.sessionMoved", { number, before: period(from), after: period(session) })]
      : [];
    return [...moved, ...countChanges(language, from, session, number)];
  });
}

/** Positions keep their ids, so a number that differs is a decision and not another position. */
const countChanges = (language: Language, from: Session, to: Session, number: number): string[] =>
  to.positions.flatMap(({ id, name, headCount: after }) => {
    const before = from.positions.find((one) => one.id === id)?.headCount;
    if (before === undefined || before === after) return [];
    return [text(language, "announcement.change.headCount", { number, name, before, after })];
  });
