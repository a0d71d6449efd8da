import { CHECK_IN_BEFORE_HOURS } from "@yigong/core/attendance/attendance.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { plusHours } from "@yigong/core/lib/time.ts";
import type { ParticipationDeps } from "../participation/participation-stores.ts";

/** A session in which a member has a place. */
export interface OwnSession {
  activityId: string;
  sessionId: string;
  title: string;
  place: string;
  startsAt: string;
  endsAt: string;
  opensAt: string;
}

/** More than anybody has to do in one hour. */
const MOST = 5;

/** The sessions into which a member may check in now, and the next one while there is none. */
export async function listOpenSessions(
  deps: Pick<ParticipationDeps, "participations" | "activities">,
  { memberId, at }: { memberId: string; at: string },
): Promise<{ open: OwnSession[]; next?: OwnSession | undefined }> {
  const held = (await deps.participations.heldAfter(memberId, at)).filter(({ state }) => state === "placed");
  const places = held.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1)).slice(0, MOST);
  const found = await Promise.all(
    places.map(async ({ activityId, sessionId, startsAt, endsAt }) => {
      const activity = await deps.activities.find(activityId, recent);
      const shown = { title: activity?.title ?? "", place: activity?.place ?? "" };
      return {
        activityId,
        sessionId,
        startsAt,
        endsAt,
        ...shown,
        opensAt: plusHours(startsAt, -CHECK_IN_BEFORE_HOURS),
      };
    }),
  );
  const open = found.filter(({ opensAt }) => opensAt <= at);
  return open.length > 0 ? { open } : { open, next: found[0] };
}
