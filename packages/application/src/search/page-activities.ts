import type { Activities } from "@yigong/core/activity/activity.store.ts";
import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import type { Info as Lifecycle, Stage, Status } from "@yigong/core/lifecycle/lifecycle.ts";
import { comparable, fitOf } from "@yigong/core/search/reading.ts";
import { type Counted, type Place, pageOfList, sorting } from "./page-of-list.ts";
import type { Books, ListedActivity } from "./search-books.ts";

export interface ActivityFilter {
  status?: Status | undefined;
  /** The stage that it is in; of a cancelled one, that in which it was cancelled. */
  stage?: Stage | undefined;
  origin?: Activity["origin"] | undefined;
  campaignId?: string | undefined;
  /** Whether somebody takes part in it or leads it; everything without. */
  isMine?: ((activity: Pick<Activity, "id" | "organizerId">) => boolean) | undefined;
  /** A part of the title, or its pinyin or initials. */
  q?: string | undefined;
}

export interface ListDeps {
  activities: Pick<Activities, "startingBetween" | "getMany">;
  lifecycles: Pick<Lifecycles, "getMany">;
  books: Pick<Books, "activities">;
}

const FILTERS = ["status", "stage", "origin", "campaignId", "isMine", "q"] as const;
const sorted = sorting<ListedActivity>();
const keyOf = ({ startsAt, id }: ListedActivity) => `${startsAt}#${id}`;

const matching = (
  { status, stage, origin, campaignId, isMine, q }: ActivityFilter,
  span: { from: string; to: string },
) => {
  const query = q === undefined ? "" : comparable(q);
  return (one: ListedActivity): boolean =>
    one.startsAt >= span.from &&
    one.startsAt < span.to &&
    (!status || one.status === status) &&
    (!stage || one.stage === stage) &&
    (!origin || one.origin === origin) &&
    (!campaignId || one.campaignId === campaignId) &&
    (!isMine || isMine(one)) &&
    (query === "" || fitOf(one.reading, query) !== undefined);
};

/**
 * One page of activities by start, with where each stands and how many match in all.
 *
 * Which match is told by the book, and those that are shown are read anew. A list without a filter is read from the table,
 * so that an activity that was just begun elsewhere is there.
 * @throws `page.bad_cursor`
 */
export async function pageActivities(
  { activities, lifecycles, books }: ListDeps,
  span: { from: string; to: string },
  { place, ...filter }: ActivityFilter & { place: Place },
): Promise<Counted<[Activity, Lifecycle]>> {
  const all = sorted(await books.activities(), "start", keyOf);
  const isPlain = place.offset === undefined && FILTERS.every((name) => filter[name] === undefined);
  const known = pageOfList(all, matching(filter, span), isPlain ? { limit: 1, keyOf } : { ...place, keyOf });
  const page = isPlain
    ? await activities.startingBetween(span, place)
    : {
        items: await activities.getMany(
          known.items.map(({ id }) => id),
          recent,
        ),
        cursor: known.cursor,
      };
  const stands = await lifecycles.getMany(page.items.map(({ id }) => id));
  const items = page.items.flatMap((activity): [Activity, Lifecycle][] => {
    const lifecycle = stands.get(activity.id);
    return lifecycle ? [[activity, lifecycle]] : [];
  });
  return { items, cursor: page.cursor, total: known.total };
}
