import type { Journal } from "@yigong/core/lib/journal.ts";
import { plusHours } from "@yigong/core/lib/time.ts";

/** From this age on a book is read anew behind whoever asks. */
export const FRESH_SECONDS = 30;
/** Beyond this age it is read anew before whoever asks is answered: a function on AWS may have slept. */
export const STALE_SECONDS = 600;
/** The same where one process does nearly everything, so that its books are right at any age. */
export const STALE_SECONDS_ALONE = 86_400;

/** Where a book's entries come from. */
export interface Source<Entry> {
  /** All entries by id; those of before are handed in, so that what is costly to make need not be made again. */
  readAll(before: Entries<Entry>): Promise<Entries<Entry>>;
  /** Those of the given ids that exist, read as of now. */
  readSome(ids: readonly string[], before: Entries<Entry>): Promise<Entries<Entry>>;
  /** What this process wrote; another journal than before means that nothing is known of what was written. */
  journal(): Journal;
}
export type Entries<Entry> = ReadonlyMap<string, Entry>;

interface Book<Entry> {
  at: string;
  journal: Journal;
  mark: number;
  entries: Entries<Entry>;
}

/**
 * Keeps a compact copy of rows in memory, for lists that are searched and counted.
 *
 * However many ask, everything is read once in half a minute at most, and nobody waits for it but the first (stale while
 * revalidate). What this process wrote shows at once; what another one wrote half a minute later.
 */
export function keepBook<Entry>(
  source: Source<Entry>,
  { now, staleSeconds = STALE_SECONDS }: { now: () => string; staleSeconds?: number | undefined },
): () => Promise<Entries<Entry>> {
  let book: Book<Entry> | undefined;
  let reading: Promise<Book<Entry>> | undefined;

  function readAnew(): Promise<Book<Entry>> {
    const read = async () => {
      const journal = source.journal();
      const begun = { at: now(), journal, mark: journal.mark() };
      book = { ...begun, entries: await source.readAll(book?.entries ?? new Map()) };
      return book;
    };
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  }

  async function upToDate(before: Book<Entry>): Promise<Entries<Entry>> {
    const [ids, until] = [before.journal.since(before.mark), before.journal.mark()];
    if (ids === undefined) return (await readAnew()).entries;
    if (ids.length === 0) return before.entries;
    const found = await source.readSome(ids, before.entries);
    const entries = new Map(before.entries);
    for (const id of ids) entries.delete(id);
    for (const [id, entry] of found) entries.set(id, entry);
    if (book === before) book = { ...before, mark: until, entries };
    return entries;
  }

  return async () => {
    const at = now();
    const known = book;
    const isKnown = known && known.journal === source.journal() && at >= known.at;
    if (!isKnown || at > plusHours(known.at, staleSeconds / 3600)) return upToDate(await readAnew());
    // A fault of this reading is met by whoever has to wait for one.
    if (at >= plusHours(known.at, FRESH_SECONDS / 3600)) readAnew().catch(() => undefined);
    return upToDate(known);
  };
}
