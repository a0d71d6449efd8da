import type { Activities } from "@yigong/core/activity/activity.store.ts";
import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import type { Covers } from "@yigong/core/cover/cover.store.ts";
import type { Info as Need } from "@yigong/core/cover/cover.ts";
import type { PageRequest } from "@yigong/core/lib/page.ts";
import { mapInParallel } from "@yigong/core/lib/parallel.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { plusHours } from "@yigong/core/lib/time.ts";
import { LONGEST_HOURS } from "@yigong/core/shift/shift.ts";
import { type Counted, pageOfList } from "../search/page-of-list.ts";
import type { Books, ListedActivity } from "../search/search-books.ts";

export interface ListNeedsDeps {
  covers: Pick<Covers, "of">;
  activities: Pick<Activities, "getMany">;
  books: Pick<Books, "activities">;
}

/** A need and the activity that it comes from. */
export interface ListedNeed {
  need: Need;
  activity: Activity;
}

/** Somebody is asked, has agreed, or nobody is needed any more. */
const isSettled = ({ status }: Need): boolean => status !== "open" && status !== "unfilled";

const IN_FLIGHT = 8;

/**
 * Needs for cover over all activities in [from, to): those that nobody is asked for first, then by the beginning of the shift.
 *
 * They have no index of their own: the book tells which activities can have any at that time.
 * @param maySee - whether the reader may see a need
 * @throws `page.bad_cursor`
 */
export async function listNeeds(
  deps: ListNeedsDeps,
  {
    from,
    to,
    status,
    branchId,
    maySee,
  }: {
    from: string;
    to: string;
    status?: Need["status"] | undefined;
    branchId?: string | undefined;
    maySee: (need: Need, activity: Activity) => boolean;
  },
  page: PageRequest & { offset?: number | undefined },
): Promise<Counted<ListedNeed>> {
  // A need overlaps the service: what ended before has none that begins later. A shift may begin so long before the service.
  const latest = plusHours(to, LONGEST_HOURS);
  const canHave = ({ origin, status: stands, startsAt, endsAt }: ListedActivity): boolean =>
    origin === "alliance" && stands !== "recruiting" && startsAt < latest && endsAt > from;
  const ids = [...(await deps.books.activities()).values()].filter(canHave).map(({ id }) => id);
  const activities = await deps.activities.getMany(ids, recent);
  const found = await mapInParallel(activities, IN_FLIGHT, async (activity) =>
    (await deps.covers.of(activity.id)).map((need) => ({ need, activity })),
  );
  const orderOf = ({ need }: ListedNeed): string => `${isSettled(need) ? 1 : 0}#${need.from}#${need.id}`;
  const all = found.flat().sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  const matches = ({ need, activity }: ListedNeed): boolean =>
    need.from >= from &&
    need.from < to &&
    (!status || need.status === status) &&
    (!branchId || need.branchId === branchId) &&
    maySee(need, activity);
  return pageOfList(all, matches, { ...page, keyOf: ({ need }) => need.id });
}
