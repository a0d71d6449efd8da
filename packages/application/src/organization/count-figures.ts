import { plusHours } from "@yigong/core/lib/time.ts";
import { addTo, type Changes, type Figures, figuresAt } from "@yigong/core/member/figures.ts";
import type { Members } from "@yigong/core/member/member.store.ts";

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
  let last: { writes: number; from: string; until: string; changes: Promise<Changes> } | undefined;

  function read(at: string): Promise<Changes> {
    const changes = members.fold((): Changes => new Map(), addTo);
    const begun = { writes: members.writes(), from: at, until: plusHours(at, FIGURES_SECONDS / 3600), changes };
    last = begun;
    changes.catch(() => {
      if (last === begun) last = undefined;
    });
    return changes;
  }

  return async (day) => {
    const at = now();
    const isFresh = last && last.writes === members.writes() && last.from <= at && at < last.until;
    return figuresAt(await (last && isFresh ? last.changes : read(at)), day);
  };
}
