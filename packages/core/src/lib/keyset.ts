/** Which part of a list of people is asked for: about so many after an id, in the order of ids. */
export interface PartRequest {
  /** The id to go on after; empty text at the beginning. */
  after: string;
  limit: number;
}

/** Some of a list of people, and the id after which the rest begins. A part may be empty although more follow. */
export interface Part {
  memberIds: readonly string[];
  next?: string | undefined;
}

/**
 * The first of some ids, which were looked for as far as `until`, or to the end without it.
 *
 * It goes on after an id and not at a place in the list: who leaves the list meanwhile makes nobody be passed over.
 */
export function partOf(ids: readonly string[], limit: number, until?: string): Part {
  const sorted = [...new Set(ids)].sort();
  return sorted.length > limit
    ? { memberIds: sorted.slice(0, limit), next: sorted[limit - 1] }
    : { memberIds: sorted, next: until };
}
