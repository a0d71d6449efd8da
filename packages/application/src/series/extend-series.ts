import { dayOf } from "@yigong/core/lib/time.ts";
import { type MakeDeps, makeDue } from "./make-due.ts";

const PAGE = 50;

/**
 * Makes activities of all visits that are announced by today; runs once a day. Safe to run twice.
 *
 * @returns how many series are still under way
 */
export const extendSeries = (deps: MakeDeps) => async (): Promise<number> => {
  const at = deps.now();
  const today = dayOf(at, deps.zone);
  let [seen, cursor]: [number, string | undefined] = [0, undefined];
  do {
    const page = await deps.series.list({ limit: PAGE, cursor }, today);
    for (const series of page.items) await makeDue(deps, series, at);
    seen += page.items.length;
    cursor = page.cursor;
  } while (cursor !== undefined);
  return seen;
};
