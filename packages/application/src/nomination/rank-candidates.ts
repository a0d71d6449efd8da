import { dayOf } from "@yigong/core/lib/time.ts";
import { type External, externalWindow, factsOf } from "@yigong/core/nomination/facts.ts";
import { Nomination } from "@yigong/core/nomination/index.ts";
import { type Ranked, rank } from "@yigong/core/nomination/ranking.ts";
import type { NominationDeps } from "./nomination-stores.ts";

type Deps = Pick<NominationDeps, "nominations" | "members" | "externalClasses" | "zone">;

/** The places that people were given by earlier decisions, by member. */
async function placesOf({ nominations }: Deps, held: Nomination.Info): Promise<Map<string, External[]>> {
  const { from, before } = externalWindow(held);
  const found = new Map<string, External[]>();
  for (const one of await nominations.all()) {
    if (one.state !== "decided" || one.id === held.id || one.startsOn < from || one.startsOn >= before) continue;
    const days = { from: one.startsOn, to: one.endsOn };
    for (const memberId of one.decision.chosen) found.set(memberId, [...(found.get(memberId) ?? []), days]);
  }
  return found;
}

/** The candidates of an offer in their order: as it was decided, or as it stands at an instant. @source docs/domain.md T4 */
export const rankCandidates =
  (deps: Deps) =>
  async (held: Nomination.Info, at: string): Promise<Ranked[]> => {
    if (held.state === "decided") return held.decision.sheet;
    const ids = held.candidates.map(({ memberId }) => memberId);
    if (ids.length === 0) return [];
    const [members, given, attended] = await Promise.all([
      deps.members.getMany(ids),
      placesOf(deps, held),
      deps.externalClasses(ids, externalWindow(held)),
    ]);
    const byId = new Map(members.map((member) => [member.id as string, member]));
    const day = dayOf(at, deps.zone);
    const facts = held.candidates.flatMap(({ memberId, score }) => {
      const member = byId.get(memberId);
      const external = [...(given.get(memberId) ?? []), ...(attended.get(memberId) ?? [])];
      return member ? [factsOf(held, { member, score, external, day })] : [];
    });
    return rank(facts, Nomination.seedOfDraw(held, deps.zone));
  };
