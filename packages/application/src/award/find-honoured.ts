import type * as Run from "@yigong/core/award/run.ts";
import type { AwardDeps } from "./award-stores.ts";
import { idsOf } from "./read-frozen-people.ts";
import { standingsFor } from "./read-standings.ts";
import type { Ranked } from "./run-states.ts";

/** One of the five as people read it. */
export interface Honoured {
  place: number;
  memberId: string;
  name: string;
  employeeNumber?: string | undefined;
  points: number;
  instead?: { memberId: string; name: string; employeeNumber?: string | undefined; reason: string };
}

type Source = Pick<AwardDeps, "awards" | "members">;

/** The five of a run as the committee has them, else as they were computed, with names as they are now. */
export async function honouredOf(deps: Source, run: Ranked, given?: readonly Run.Honour[]): Promise<Honoured[]> {
  const decided = "decision" in run ? run.decision?.honours : undefined;
  const honours: readonly Run.Honour[] = given ?? decided ?? run.outcome.places;
  const wanted = new Set(
    honours.flatMap(({ pseudonym, instead }) => [pseudonym, ...(instead ? [instead.pseudonym] : [])]),
  );
  const [ids, standings] = await Promise.all([idsOf(deps, run, wanted), standingsFor(deps, run, wanted)]);
  const members = await deps.members.getMany([...ids.values()]);
  const byId = new Map(members.map((member) => [member.id as string, member]));
  const known = (pseudonym: string) => {
    const memberId = ids.get(pseudonym) ?? "";
    const member = byId.get(memberId);
    return { memberId, name: member?.name ?? memberId, employeeNumber: member?.employeeNumber };
  };
  return honours.map(({ place, pseudonym, instead }) => ({
    place,
    ...known(pseudonym),
    points: standings.get(pseudonym)?.points ?? 0,
    ...(instead ? { instead: { ...known(instead.pseudonym), reason: instead.reason } } : {}),
  }));
}
