import { addTo, type Changes, type Figures, figuresAt } from "@yigong/core/member/figures.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import { cachedUntilWritten } from "../lib/cached-until-written.ts";

/** How old figures may be at most when another process changed the roster; what this one did shows at once. */
export const FIGURES_SECONDS = 30;

export interface FigureDeps {
  members: Pick<Members, "fold" | "writes">;
  /** ISO-8601 UTC. */
  now: () => string;
}

/**
 * Counts the alliance on any local day. However many ask, the roster is read once in half a minute, page by page.
 *
 * @source docs/domain.md O3
 */
export function countingFigures({ members, now }: FigureDeps): (day: string) => Promise<Figures> {
  const changes = cachedUntilWritten(() => members.fold((): Changes => new Map(), addTo), {
    now,
    writes: members.writes,
    seconds: FIGURES_SECONDS,
  });
  return async (day) => figuresAt(await changes(), day);
}
