import { type Info as Activity, heldSessions } from "@yigong/core/activity/activity.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { countsOf, type Line } from "@yigong/core/participation/line.ts";
import { isActive, type Info as Place } from "@yigong/core/participation/participation.ts";
import type { ParticipationDeps } from "./participation-stores.ts";
import type { SignedUp } from "./sign-up.ts";

/** One's own place: provisional until the deadline has allocated; `queue` is how many wait up to and with oneself. */
export interface OwnPlace {
  place: Place;
  provisional: boolean;
  queue?: number | undefined;
  /** For who waits while people are recruited: other positions of the activity that have places left. */
  free?: readonly FreePosition[] | undefined;
  /** For who waits: a place is free that the first of them has. */
  open?: boolean | undefined;
}

/** A position with places left. */
export interface FreePosition {
  sessionId: string;
  positionId: string;
  name: string;
  places: number;
}

const freePositions = (activity: Activity, lines: ReadonlyMap<string, Line>): FreePosition[] =>
  heldSessions(activity).flatMap((session) =>
    session.positions.flatMap(({ id: positionId, name, headCount }) => {
      const places = headCount - countsOf(lines.get(positionId) ?? { active: 0 }, headCount).placed;
      return places > 0 ? [{ sessionId: session.id, positionId, name, places }] : [];
    }),
  );

/** An activity with one position has no other to offer, and a rush for it asks nobody. */
const otherPositions = async (deps: Pick<ParticipationDeps, "participations">, activity: Activity) =>
  activity.sessions.flatMap(({ positions }) => positions).length < 2
    ? []
    : freePositions(activity, await deps.participations.lines(activity, recent));

const isProvisional = (place: Place, lines: ReadonlyMap<string, Line>): boolean =>
  isActive(place) && lines.get(place.positionId)?.allocatedAt === undefined;

/** The place that signing up came to, as its holder sees it. */
export async function ownPlace(
  deps: Pick<ParticipationDeps, "participations">,
  { activity, place, provisional }: SignedUp,
): Promise<OwnPlace> {
  const queue = await deps.participations.queueOf(activity, place);
  if (provisional && place.state === "waiting")
    return { place, provisional, queue, free: await otherPositions(deps, activity) };
  if (provisional) return { place, provisional, queue };
  return { place, provisional: isProvisional(place, await deps.participations.lines(activity, recent)), queue };
}

/** A member's places in an activity, with the lines of its positions. */
export async function ownPlaces(
  deps: Pick<ParticipationDeps, "participations">,
  activity: Activity,
  { memberId, at }: { memberId: string; at: string },
) {
  const { places, lines } = await deps.participations.standing(activity, memberId, recent);
  const own = async (place: Place): Promise<OwnPlace> => {
    const provisional = isProvisional(place, lines);
    const open = !provisional && (await deps.participations.isOpenTo(activity, place, at));
    return { place, provisional, queue: await deps.participations.queueOf(activity, place), open };
  };
  return { places: await Promise.all(places.map(own)), lines };
}
