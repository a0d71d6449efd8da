import type { Activity } from "../../../shared/api/routes.ts";
import { instantAt } from "../../../shared/wall-time.ts";
import { type ActivityDraft, type Clock, fromOld, type Old } from "./draft.ts";
import { firstDay } from "./repeat.ts";

/** What a template says, as the API answers. */
export interface Kept {
  content: Omit<Old, "recruitUntil" | "sessions"> & Pick<Activity, "origin" | "teamId">;
  sessions: { startTime: string; minutes: number; positions: Old["sessions"][number]["positions"] }[];
}

const MINUTE_MS = 60_000;
/** Recruiting ends when it usually does. */
const UNSAID = "1970-01-01T00:00:00.000Z";

/** The form with what a template says, on the day on which a form begins. */
export function fromTemplate({ content, sessions }: Kept, start: ActivityDraft, clock: Clock): ActivityDraft {
  const day = firstDay(start.sessions, clock)?.day ?? clock.now.slice(0, 10);
  const dated = sessions.map(({ startTime, minutes, positions }) => {
    const startsAt = instantAt(`${day}T${startTime}`, clock.zone);
    return { startsAt, endsAt: new Date(Date.parse(startsAt) + minutes * MINUTE_MS).toISOString(), positions };
  });
  return fromOld({ ...content, sessions: dated, recruitUntil: UNSAID }, start, clock);
}
