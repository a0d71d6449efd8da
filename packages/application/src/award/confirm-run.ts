import { entryOf } from "@yigong/core/audit/audit.ts";
import { confirm, honoursOf, type Replacement } from "@yigong/core/award/committee.ts";
import * as Run from "@yigong/core/award/run.ts";
import { memberRefusal } from "@yigong/core/member/member.refusals.ts";
import type { ByAt } from "@yigong/core/permission/actor.ts";
import { nudge } from "./award-effects.ts";
import type { AwardDeps } from "./award-stores.ts";
import { checkStale } from "./detect-stale-run.ts";
import { findDecider } from "./find-decider.ts";
import { standingsFor } from "./read-standings.ts";
import { rankedRun } from "./run-states.ts";

/** Replacements by id as the run knows the people: by pseudonym. @throws `member.missing` */
async function pseudonymous({ members }: AwardDeps, replacements: readonly Replacement[]): Promise<Replacement[]> {
  const ids = replacements.flatMap(({ out, in: chosen }) => [out, chosen]);
  const known = new Map((await members.getMany(ids)).map(({ id, pseudonym }) => [id as string, pseudonym]));
  const of = (id: string): string => {
    const pseudonym = known.get(id);
    if (pseudonym === undefined) throw memberRefusal("member.missing");
    return pseudonym;
  };
  return replacements.map(({ out, in: chosen, reason }) => ({ out: of(out), in: of(chosen), reason }));
}

/**
 * Confirms the five, or replaces some with a reason; the second person who says the same opens the objection window.
 *
 * @param replacements - by member id
 * @throws `award.not_ranked`, `award.not_deciding`, `award.stale`, `award.own_case`, `award.needs_another`, and those of `honoursOf`
 */
export const confirmRun =
  (deps: AwardDeps) =>
  async (key: Run.Key, replacements: readonly Replacement[], by: ByAt): Promise<Run.Info> => {
    const run = await rankedRun(deps, key);
    await checkStale(deps, run, by.at);
    const decider = await findDecider(deps, by);
    const changes = await pseudonymous(deps, replacements);
    const chosen = await standingsFor(deps, run, new Set(changes.map(({ in: pseudonym }) => pseudonym)));
    const honours = honoursOf(run.outcome.places, changes, (pseudonym) => chosen.get(pseudonym)?.candidate ?? false);
    const after = await deps.awards.change(key, by.at, (row) => {
      const item = confirm(row, honours, { decider, at: by.at, zone: deps.zone });
      const detail = { honours, final: item.status === "noticed" };
      return {
        item,
        effects: item.status === "noticed" ? [nudge(row, by.at)] : [],
        audit: [entryOf(deps.newId, { subjectId: Run.idOf(key), at: by.at, action: "award.confirm", by, detail })],
      };
    });
    deps.wake();
    return after;
  };
