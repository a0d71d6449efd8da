import type { Archives } from "@yigong/core/archive/archive.store.ts";
import type { Info as Archive } from "@yigong/core/archive/archive.ts";
import type { TypicalCases } from "@yigong/core/archive/typical.store.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import { type Counted, type Place, pageOfList, sorting } from "../search/page-of-list.ts";
import type { Books, ListedActivity } from "../search/search-books.ts";

/** How an archive stands against its due instant. `soon` is due within three days. */
export const STATES = ["onTime", "late", "open", "soon", "overdue"] as const;
export type State = (typeof STATES)[number];

const SOON_MS = 3 * 86_400_000;

/** How an archive stands at an instant, ISO-8601 UTC. */
export function stateAt(of: { archiveDueAt: string; archiveFiledAt?: string | undefined }, at: string): State {
  const { archiveDueAt: dueAt, archiveFiledAt: filedAt } = of;
  if (filedAt !== undefined) return filedAt <= dueAt ? "onTime" : "late";
  if (at > dueAt) return "overdue";
  return Date.parse(dueAt) - Date.parse(at) <= SOON_MS ? "soon" : "open";
}

export interface ArchiveFilter {
  /** The register: the committee's, or that of a branch. */
  owner?: string | undefined;
  /** Of the activity's end, `YYYY-MM` in the alliance's zone. */
  month?: string | undefined;
  state?: State | undefined;
  /** Only typical cases, or only others. */
  typical?: boolean | undefined;
}

export interface ListArchivesDeps {
  books: Pick<Books, "activities">;
  archives: Pick<Archives, "get">;
  typicalCases: Pick<TypicalCases, "standing">;
  zone: string;
}

export interface ListedArchive {
  activity: ListedActivity;
  archive: Archive;
  state: State;
  isTypical: boolean;
}

const sorted = sorting<ListedActivity>();
const keyOf = ({ archiveDueAt, id }: ListedActivity) => `${archiveDueAt}#${id}`;
const COUNTED: readonly ListedActivity["stage"][] = ["Archive", "Survey", "Award"];

/** Activities that are over and whose archive is due or filed, by due instant. @throws `page.bad_cursor` */
export async function listArchives(
  { books, archives, typicalCases, zone }: ListArchivesDeps,
  { owner, month, state, typical }: ArchiveFilter,
  { at, place }: { at: string; place: Place },
): Promise<Counted<ListedArchive>> {
  const all = sorted(await books.activities(), "archiveDue", keyOf);
  const cases = new Set((await typicalCases.standing()).map(({ activityId }) => activityId));
  const matches = (one: ListedActivity) =>
    one.status !== "cancelled" &&
    COUNTED.includes(one.stage) &&
    (!owner || (one.branchId ?? "committee") === owner) &&
    (!month || dayOf(one.endsAt, zone).startsWith(month)) &&
    (!state || stateAt(one, at) === state) &&
    (typical === undefined || cases.has(one.id) === typical);
  const page = pageOfList(all, matches, { ...place, keyOf });
  const items = await Promise.all(
    page.items.map(async (activity) => ({
      activity,
      archive: await archives.get(activity.id),
      state: stateAt(activity, at),
      isTypical: cases.has(activity.id),
    })),
  );
  return { ...page, items };
}
