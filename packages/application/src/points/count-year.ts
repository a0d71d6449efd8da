import { recent } from "@yigong/core/lib/reading.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import type { Ledger } from "@yigong/core/points/points.store.ts";

export interface CountDeps {
  ledger: Pick<Ledger, "balances">;
  members: Pick<Members, "getMany">;
}

type Counted = "covers" | "attendances";
type Counts = ReadonlyMap<string, number>;

const countOf =
  ({ ledger }: CountDeps, what: Counted) =>
  async (members: readonly Member[], year: number): Promise<Counts> => {
    const balances = await ledger.balances(
      members.map(({ pseudonym }) => pseudonym),
      year,
    );
    return new Map(members.map(({ id, pseudonym }) => [id, balances.get(pseudonym)?.[what] ?? 0]));
  };

/** Covers that members did in a local year, from the cached balances. */
export const coversThisYear = (deps: CountDeps) => countOf(deps, "covers");

/** Attendances of members in a local year, from the cached balances. */
export const attendancesOf = (deps: CountDeps) => {
  const count = countOf(deps, "attendances");
  return async (memberIds: readonly string[], year: number): Promise<Counts> =>
    count(await deps.members.getMany(memberIds, recent), year);
};
