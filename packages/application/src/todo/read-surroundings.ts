import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import type { Info as Need } from "@yigong/core/cover/cover.ts";
import type { Info as Leave } from "@yigong/core/leave/leave.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { dayOf, plusHours } from "@yigong/core/lib/time.ts";
import type { Info as Lifecycle } from "@yigong/core/lifecycle/lifecycle.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import type { Info as Place } from "@yigong/core/participation/participation.ts";
import type { Actor } from "@yigong/core/permission/policy.ts";
import type { TodoDeps } from "./todo-stores.ts";

/** Who asks what is asked of them, and when. */
export interface Asking {
  actor: Actor;
  /** The actor's row. */
  member: Member;
  /** The route's clock, ISO-8601 UTC. */
  at: string;
}

/** An activity and where it stands. */
export interface Standing {
  activity: Activity;
  lifecycle: Lifecycle;
}

/** What is going on around a person: read once, in a number of requests that does not grow with the alliance. */
export interface Surroundings extends Asking {
  /** The local day of `at`. */
  day: string;
  zone: string;
  /** Activities that begin later, the next ones first; those still recruiting are among them. */
  upcoming: Standing[];
  /** Activities that have begun and are not long over, the latest first. */
  begun: Standing[];
  /** Every activity that was read, also those that only the person's own rows lead to. */
  all: Map<string, Standing>;
  /** The person's own rows in sessions that are not long over, as stored. */
  rows: Place[];
  /** Covers that the person is asked for or agreed to, the latest shift first. */
  covers: Need[];
  /** Hours of covers that the person agreed to. */
  coverHours: readonly { from: string; to: string }[];
  /** The person's requests for leave, the latest first. */
  leaves: Leave[];
}

/** At most so many activities before and behind; more would not fit what somebody looks at. */
const ACTIVITIES = 60;
/** An archive is due a week after the end and then reminded of each week. */
const LOOKED_BACK_HOURS = 45 * 24;
const OWN = 30;

const idsOf = (rows: readonly { activityId: string }[]): string[] => rows.map(({ activityId }) => activityId);

/**
 * Reads what is going on around a person.
 *
 * Eventually consistent, half price: it is only shown, and whatever is done about it is judged by itself.
 */
export async function readSurroundings(deps: TodoDeps, asking: Asking): Promise<Surroundings> {
  const { member, at } = asking;
  const since = plusHours(at, -LOOKED_BACK_HOURS);
  const page = { limit: ACTIVITIES };
  const [later, earlier, rows, covers, calendars, leaves] = await Promise.all([
    deps.activities.startingBetween({ from: at, to: "9999" }, page),
    deps.activities.startingBetween({ from: since, to: at }, page, "desc"),
    deps.participations.rowsAfter(member.id, since),
    deps.covers.ofMember(member.id, { limit: OWN }),
    deps.covers.calendars([member.id], recent),
    deps.leaves.byMember(member.id, { limit: OWN }),
  ]);
  const near = [...later.items, ...earlier.items];
  const known = new Set<string>(near.map(({ id }) => id));
  const running = covers.items.filter(({ to }) => to > at);
  const others = new Set([...idsOf(rows), ...idsOf(running), ...idsOf(leaves.items)].filter((id) => !known.has(id)));
  const activities = [...near, ...(await deps.activities.getMany([...others], recent))];
  const lifecycles = await deps.lifecycles.getMany(activities.map(({ id }) => id));
  const standing = (activity: Activity): Standing[] => {
    const lifecycle = lifecycles.get(activity.id);
    return lifecycle ? [{ activity, lifecycle }] : [];
  };
  return {
    ...asking,
    day: dayOf(at, deps.zone),
    zone: deps.zone,
    upcoming: later.items.flatMap(standing),
    begun: earlier.items.flatMap(standing),
    all: new Map(activities.flatMap(standing).map((one) => [one.activity.id as string, one])),
    rows,
    covers: covers.items,
    coverHours: calendars.get(member.id)?.entries ?? [],
    leaves: leaves.items,
  };
}
