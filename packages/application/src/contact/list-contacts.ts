import type { Contacts } from "@yigong/core/contact/contact.store.ts";
import { isMinorOn, type Standing } from "@yigong/core/contact/contact.ts";
import { waysOf } from "@yigong/core/contact/way.ts";
import { comparable, fitOf } from "@yigong/core/search/reading.ts";
import { type Counted, type Place, pageOfList, sorting } from "../search/page-of-list.ts";
import type { Books, ListedContact } from "../search/search-books.ts";

/** Which contacts a list has. */
export interface ContactFilter {
  kind?: Standing["kind"] | undefined;
  /** Only those who want no contact, or only the others. */
  barred?: boolean | undefined;
  /** Only those who are not of full age, or only the others. */
  minor?: boolean | undefined;
  /** A part of a name, its pinyin or initials; a whole phone number, its last four digits, or a whole mail address. */
  q?: string | undefined;
}

const sorted = sorting<ListedContact>();
const KEYS = {
  // Ids sort by time, so the newest comes last.
  newest: ({ id }: ListedContact) => id,
  name: ({ reading, name, id }: ListedContact) => `${reading.syllables.join(" ")}\n${name}\n${id}`,
};
const LAST_DIGITS = /^\d{4}$/;

/** No shorter part of a number is looked for: digit by digit, a search would tell what the list hides. */
function hasWay(contact: ListedContact, query: string): boolean {
  if (waysOf(contact).includes(query)) return true;
  return LAST_DIGITS.test(query) && (contact.mobile?.endsWith(query) ?? false);
}

function matching({ kind, barred, minor, q }: ContactFilter, day: string): (one: ListedContact) => boolean {
  const query = q === undefined ? "" : comparable(q);
  return (one) =>
    (!kind || one.kind === kind) &&
    (barred === undefined || one.barred === barred) &&
    (minor === undefined || isMinorOn(one, day) === minor) &&
    (query === "" || fitOf(one.reading, query) !== undefined || hasWay(one, query));
}

/**
 * One page of the contacts, with how many match in all; who is shown is read anew.
 *
 * @throws `page.bad_cursor`
 */
export async function listContacts(
  { contacts, books }: { contacts: Pick<Contacts, "getMany">; books: Pick<Books, "contacts"> },
  { sort, place, ...filter }: ContactFilter & { sort: keyof typeof KEYS; place: Place },
  day: string,
): Promise<Counted<Standing>> {
  const ordered = sorted(await books.contacts(), sort, KEYS[sort]);
  const all = sort === "newest" ? ordered.toReversed() : ordered;
  const keyOf = ({ id }: ListedContact) => id;
  const found = pageOfList(all, matching(filter, day), { ...place, keyOf });
  const read = await contacts.getMany(found.items.map(({ id }) => id));
  return { ...found, items: read.flatMap((one) => (one.status === "standing" ? [one] : [])) };
}
