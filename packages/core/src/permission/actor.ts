/** Who acts, in which role, and for whom as a deputy: what `allow` hands back and an audit entry keeps. */
export interface By {
  actorId: string;
  role?: string | undefined;
  deputyFor?: string | undefined;
}

/** Who acts, and when. */
export interface ByAt extends By {
  /** ISO-8601 UTC. */
  at: string;
}
