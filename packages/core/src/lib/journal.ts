/** What this process wrote, so that a copy of rows in memory can be brought up to date without reading them all. */
export interface Journal {
  /** How many writes were noted so far. */
  mark(): number;
  /** The ids that were written since a mark; undefined when they are too many to be known one by one. */
  since(mark: number): readonly string[] | undefined;
}

/** How many writes are remembered: an import of more has everything read anew. */
const REMEMBERED = 2000;

/** A journal, and what notes a write in it: when it has ended, also by a fault, which may come after the write itself. */
export function journal(): Journal & {
  noting<Result>(ids: () => Iterable<string>, write: () => Promise<Result>): Promise<Result>;
} {
  let noted: string[] = [];
  let dropped = 0;
  return {
    mark: () => dropped + noted.length,
    since: (mark) => (mark < dropped ? undefined : [...new Set(noted.slice(mark - dropped))]),
    async noting(ids, write) {
      try {
        return await write();
      } finally {
        for (const id of ids()) noted.push(id);
        if (noted.length > REMEMBERED) {
          const kept = noted.slice(-REMEMBERED / 2);
          dropped += noted.length - kept.length;
          noted = kept;
        }
      }
    },
  };
}
