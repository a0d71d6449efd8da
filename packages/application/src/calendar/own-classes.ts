import type { Session } from "@yigong/core/activity/activity.ts";
import type { Classes } from "@yigong/core/class/class.store.ts";
import type { Info as Class } from "@yigong/core/class/class.ts";
import { overlaps } from "@yigong/core/lib/time.ts";
import type { Participations } from "@yigong/core/participation/participation.store.ts";
import type { Info as Place } from "@yigong/core/participation/participation.ts";

/** What somebody's seats are read from. */
export interface OwnPlaceDeps {
  classes: Pick<Classes, "getMany" | "between">;
  enrolments: Pick<Participations, "rowsAfter" | "ofMember">;
}

/** A member's seat, or place in the line, with the session that it is for. */
export interface OwnPlace {
  one: Class;
  session: Session;
  row: Place;
}

/** A member's rows in sessions that end after an instant, given up or not, as they stand: a line moves up by itself. */
export async function ownPlacesAfter(deps: OwnPlaceDeps, memberId: string, from: string): Promise<OwnPlace[]> {
  const rows = await deps.enrolments.rowsAfter(memberId, from);
  if (rows.length === 0) return [];
  const found = await deps.classes.getMany([...new Set(rows.map(({ activityId }) => activityId))]);
  const current = await Promise.all(found.map((one) => deps.enrolments.ofMember(one, memberId)));
  return found.flatMap((one, at) =>
    (current[at] ?? []).flatMap((row): OwnPlace[] => {
      const session = one.sessions.find(({ id }) => id === row.sessionId);
      return session && session.endsAt > from ? [{ one, session, row }] : [];
    }),
  );
}

/** Classes may last: one with a session in a span began at most so long before. */
const LONGEST_DAYS = 180;
const DAY_MS = 86_400_000;

/** Classes that are held with a session in a half-open span of instants. */
export async function classesIn(
  { classes }: { classes: Pick<Classes, "between"> },
  span: { from: string; to: string },
): Promise<Class[]> {
  const from = new Date(Date.parse(span.from) - LONGEST_DAYS * DAY_MS).toISOString();
  const found = await classes.between({ from, to: span.to });
  const isIn = ({ startsAt, endsAt, cancelled }: Session) =>
    !cancelled && overlaps(span, { from: startsAt, to: endsAt });
  return found.filter(({ cancelled, sessions }) => !cancelled && sessions.some(isIn));
}
