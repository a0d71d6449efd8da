import type { Standing } from "@yigong/core/award/award.ts";
import { LINES } from "@yigong/core/award/part.ts";
import { balanceOf } from "@yigong/core/points/account.ts";
import type { AwardDeps } from "./award-stores.ts";
import type { Ranked } from "./run-states.ts";
import { partsFor, partsOf } from "./standing-parts.ts";

type Counts = Pick<Standing, "points" | "attendances" | "halfDays">;

const NOTHING: Counts = { points: 0, attendances: 0, halfDays: 0 };

const differ = (a: Counts, b: Counts): boolean =>
  a.points !== b.points || a.attendances !== b.attendances || a.halfDays !== b.halfDays;

/**
 * Whether points of a year were posted after its freeze.
 *
 * It compares the balances of the year, one read for each member. Corrections that change no points, attendances or
 * workdays in sum are not seen.
 */
export async function hasMoved(
  { awards, members, ledger }: Pick<AwardDeps, "awards" | "members" | "ledger">,
  run: Ranked,
): Promise<boolean> {
  const known = new Map<string, Counts>();
  const where = { digest: run.outcome.digest, parts: partsFor(run.outcome.people, LINES) };
  for await (const { values } of partsOf<Standing>(awards, run, where))
    for (const standing of values) known.set(standing.pseudonym, standing);
  const everybody = (await members.all()).map(({ pseudonym }) => pseudonym);
  const accounts = await ledger.accountsOf([...new Set([...everybody, ...known.keys()])]);
  return [...accounts.values()].some((account) =>
    differ(balanceOf(account, run.year) ?? NOTHING, known.get(account.pseudonym) ?? NOTHING),
  );
}
