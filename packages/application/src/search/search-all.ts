import { isEmployedOn } from "@yigong/core/member/member.ts";
import { comparable, type Fit, fitOf } from "@yigong/core/search/reading.ts";
import { personFit } from "./list-members.ts";
import type { Books, ListedActivity, Person, Unit } from "./search-books.ts";

/** Something that was found. */
export type Found =
  | { kind: "person"; value: Person }
  | { kind: "activity"; value: ListedActivity }
  | { kind: "unit"; value: Unit };

interface Ranked {
  found: Found;
  fit: Fit;
  /** Among those that fit as well: people by employee number, the newest activity first. */
  order: string;
}

/** Later instants first, as text. */
const newestFirst = (at: string) => String(9e15 - Date.parse(at)).padStart(16, "0");

/**
 * Finds people, activities and units by what somebody typed.
 *
 * What begins with it comes first; people before activities before units. Of each kind there are as many as fit, so that no
 * kind hides another: at most `limit` in all, at least a fifth of it for each kind that has so many.
 * @param maySee - whether somebody on the roster may be told of to whoever asks; undefined when nobody may
 */
export async function searchAll(
  books: Books,
  { q, limit, day }: { q: string; limit: number; day: string },
  maySee: ((person: Person) => boolean) | undefined,
): Promise<Found[]> {
  const query = comparable(q);
  if (query === "") return [];
  const [people, activities, units] = await Promise.all([
    maySee ? books.people() : new Map<string, Person>(),
    books.activities(),
    books.units(),
  ]);
  const kinds = [
    ranked(people.values(), (value) => {
      const fit = personFit(value, query);
      const isSeen = fit !== undefined && maySee?.(value);
      const order = `${isEmployedOn(value, day) ? 0 : 1}${value.employeeNumber}`;
      return isSeen ? { fit, order, found: { kind: "person", value } } : undefined;
    }),
    ranked(activities.values(), (value) => {
      const fit = fitOf(value.reading, query);
      const order = newestFirst(value.startsAt);
      return fit === undefined ? undefined : { fit, order, found: { kind: "activity", value } };
    }),
    ranked(units.values(), (value) => {
      const fit = fitOf(value.reading, query);
      return fit === undefined ? undefined : { fit, order: value.name, found: { kind: "unit", value } };
    }),
  ];
  return shared(kinds, limit);
}

function ranked<Value>(values: Iterable<Value>, rank: (value: Value) => Ranked | undefined): Found[] {
  const all: Ranked[] = [];
  for (const value of values) {
    const one = rank(value);
    if (one) all.push(one);
  }
  return all
    .sort((a, b) => a.fit - b.fit || (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
    .map(({ found }) => found);
}

function shared(kinds: readonly Found[][], limit: number): Found[] {
  const least = Math.max(1, Math.floor(limit / 5));
  let free = limit - kinds.reduce((sum, kind) => sum + Math.min(kind.length, least), 0);
  return kinds
    .flatMap((kind) => {
      const more = Math.max(0, Math.min(kind.length - least, free));
      free -= more;
      return kind.slice(0, Math.min(kind.length, least) + more);
    })
    .slice(0, limit);
}
