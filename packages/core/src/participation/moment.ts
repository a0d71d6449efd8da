import type { Info as Activity } from "../activity/activity.ts";

/** A place's session, and when it was when the row was written. */
interface InSession {
  sessionId: string;
  startsAt: string;
  endsAt: string;
}
type Sessions = Pick<Activity, "sessions">;

const sessionOf = ({ sessions }: Sessions, { sessionId }: Pick<InSession, "sessionId">) =>
  sessions.find(({ id }) => id === sessionId);

/** When the session of a place begins: as the activity says, since rows follow a session that is moved a moment later. */
export const beginsAt = (activity: Sessions, place: InSession): string =>
  sessionOf(activity, place)?.startsAt ?? place.startsAt;

/** When the session of a place ends, exclusive. */
export const endsAt = (activity: Sessions, place: InSession): string =>
  sessionOf(activity, place)?.endsAt ?? place.endsAt;
