import { createHash } from "node:crypto";
import type { Standing } from "@yigong/core/award/award.ts";
import { lapse, markStale } from "@yigong/core/award/move.ts";
import { LINES } from "@yigong/core/award/part.ts";
import * as Run from "@yigong/core/award/run.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import { balanceOf } from "@yigong/core/points/account.ts";
import { alliance, committee, nudge, tell } from "./award-effects.ts";
import type { AwardDeps } from "./award-stores.ts";
import type { Ranked } from "./run-states.ts";
import { partsFor, partsOf } from "./standing-parts.ts";

type Counts = Pick<Standing, "points" | "attendances" | "halfDays">;

const NOTHING: Counts = { points: 0, attendances: 0, halfDays: 0 };

const differ = (a: Counts, b: Counts): boolean =>
  a.points !== b.points || a.attendances !== b.attendances || a.halfDays !== b.halfDays;

/**
 * What of a year's balances differs from the frozen ones, as a digest; undefined when nothing does.
 *
 * It compares the balances of the year, one read for each member. Corrections that change no points, attendances or
 * workdays in sum are not seen.
 */
export async function movedSince(
  { awards, members, ledger }: Pick<AwardDeps, "awards" | "members" | "ledger">,
  run: Ranked,
): Promise<string | undefined> {
  const known = new Map<string, Counts>();
  const where = { digest: run.outcome.digest, parts: partsFor(run.outcome.people, LINES) };
  for await (const { values } of partsOf<Standing>(awards, run, where))
    for (const standing of values) known.set(standing.pseudonym, standing);
  const everybody = (await members.all()).map(({ pseudonym }) => pseudonym);
  const accounts = await ledger.accountsOf([...new Set([...everybody, ...known.keys()])]);
  const moved = [...accounts.values()].flatMap((account) => {
    const { points, attendances, halfDays } = balanceOf(account, run.year) ?? NOTHING;
    const differs = differ({ points, attendances, halfDays }, known.get(account.pseudonym) ?? NOTHING);
    return differs ? [[account.pseudonym, points, attendances, halfDays].join(" ")] : [];
  });
  if (moved.length === 0) return undefined;
  return createHash("sha256").update(moved.sort().join("\n")).digest("hex");
}

/**
 * Looks whether points of the year were posted after the freeze, marks the run and tells who decides what becomes of it.
 *
 * @returns the run, marked; one that is over stays as it is
 */
export async function checkStale(
  deps: Pick<AwardDeps, "awards" | "members" | "ledger" | "wake">,
  run: Ranked,
  at: string,
): Promise<Run.Info> {
  if (Run.isOver(run)) return run;
  const moved = await movedSince(deps, run);
  const after = await deps.awards.change(run, at, (row) => {
    const marked = markStale(row, { moved, at });
    if (marked === row) return { item: row };
    return { item: lapse(marked, at), effects: Run.isUnanswered(marked) ? toldStale(marked, at) : [nudge(row, at)] };
  });
  if (moved !== run.moved) deps.wake();
  return after;
}

const toldStale = (run: Run.Info, at: string): Effect[] =>
  [committee, alliance].map((to) => {
    const cause = `stale.${to.kind === "role" ? to.role : ""}.${run.moved?.slice(0, 16) ?? ""}`;
    return tell({ row: run, template: "award.stale", to, at, cause }, {});
  });
