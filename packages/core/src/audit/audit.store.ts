import type { Page, PageRequest } from "../lib/page.ts";
import { recent } from "../lib/reading.ts";
import { storeRefusal } from "../lib/store.refusals.ts";
import type { Table } from "../lib/table.ts";
import { auditDocuments, SHARDS } from "./audit.row.ts";
import type * as Audit from "./audit.ts";

/** Which entries of all are listed, over [from, to). */
export interface Filter {
  actorId?: string | undefined;
  action?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** Reads who did what; entries are written in the transactions of other nouns. */
export interface Audits {
  /** Newest first. */
  about(subjectId: string, page: PageRequest): Promise<Page<Audit.Entry>>;
  /**
   * Entries over everything, or of one subject, newest first. A filtered page may be shorter than asked for.
   *
   * Over everything there are those that were written since there is an index by time.
   * @throws `page.bad_cursor`
   */
  list(filter: Filter & { subjectId?: string | undefined }, page: PageRequest): Promise<Page<Audit.Entry>>;
}

/** How many times rows are looked through for a page: some thousands of entries for a filter that hardly any fits. */
const LOOKS = 10;
const LOOK = 200;

export function dynamoAudits(table: Table): Audits {
  const rows = auditDocuments(table);

  /** Entries before a place in time, newest first, at most `LOOK`. */
  async function before(subjectId: string | undefined, { from = "0" }: Filter, place: Place): Promise<Audit.Entry[]> {
    const range = { between: [{ at: from }, place] } as const;
    const [page, listing] = [{ limit: LOOK }, { order: "desc", range, ...recent } as const];
    const pages =
      subjectId === undefined
        ? SHARDS.map((shard) => rows.list("byTime", { shard }, page, listing))
        : [rows.list("key", { subjectId }, page, listing)];
    return (await Promise.all(pages))
      .flatMap(({ items }) => items)
      .filter((entry) => isBefore(entry, place))
      .sort((a, b) => (isBefore(b, a) ? -1 : 1))
      .slice(0, LOOK - 1);
  }

  return {
    about: (subjectId, page) => rows.list("key", { subjectId }, page, { order: "desc", ...recent }),
    async list({ subjectId, ...filter }, { limit, cursor }) {
      const fits = ({ actorId, action }: Audit.Entry): boolean =>
        (!filter.actorId || actorId === filter.actorId) && (!filter.action || action === filter.action);
      const items: Audit.Entry[] = [];
      let last = cursor === undefined ? { at: filter.to ?? "9999", id: "" } : placeOf(cursor);
      for (let look = 0; look < LOOKS; look += 1) {
        const found = await before(subjectId, filter, last);
        for (const entry of found) {
          if (items.length === limit) return { items, cursor: cursorOf(last) };
          if (fits(entry)) items.push(entry);
          last = entry;
        }
        if (found.length < LOOK - 1) return { items };
      }
      return { items, cursor: cursorOf(last) };
    },
  };
}

/** Where an entry is in time. */
interface Place {
  at: string;
  id: string;
}

const isBefore = (a: Place, b: Place): boolean => a.at < b.at || (a.at === b.at && a.id < b.id);

const cursorOf = ({ at, id }: Place): string => Buffer.from(`${at}#${id}`).toString("base64url");

/** @throws `page.bad_cursor` */
function placeOf(cursor: string): Place {
  const [at, id, ...more] = Buffer.from(cursor, "base64url").toString().split("#");
  if (!at || id === undefined || more.length > 0) throw storeRefusal("page.bad_cursor");
  return { at, id };
}
