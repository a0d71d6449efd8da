import type { Entry } from "@yigong/core/audit/audit.ts";
import { confirm, type Decider, honoursOf, type Replacement } from "@yigong/core/award/committee.ts";
import { withdraw } from "@yigong/core/award/move.ts";
import type * as Run from "@yigong/core/award/run.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import { alliance, committee, next, nudge, tell } from "./award-effects.ts";
import type { AwardDeps } from "./award-stores.ts";
import { auditOf } from "./begin-run.ts";
import { standingsFor } from "./find-honoured.ts";
import { isRanked, type Ranked } from "./rank-year.ts";

/** Who decides and in which role; it becomes the audit entry. */
export type By = Pick<Entry, "actorId" | "role" | "deputyFor" | "at">;

/** Who acts, as the rules of the awards know them. @throws `member.missing` */
export async function deciderOf({ members }: Pick<AwardDeps, "members">, memberId: string): Promise<Decider> {
  const [member] = await members.getMany([memberId]);
  if (!member) throw new Refusal("missing", "member.missing", `There is no member ${memberId}.`);
  return { memberId, pseudonym: member.pseudonym };
}

/** A run that has standings. @throws `award.missing`, `award.not_ranked` */
export async function rankedRun({ awards }: Pick<AwardDeps, "awards">, key: Run.Key): Promise<Ranked> {
  const run = await awards.get(key);
  if (!isRanked(run)) throw new Refusal("conflict", "award.not_ranked", "This run is not computed yet.");
  return run;
}

/** Replacements by id as the run knows the people: by pseudonym. @throws `member.missing` */
async function pseudonymous({ members }: AwardDeps, replacements: readonly Replacement[]): Promise<Replacement[]> {
  const ids = replacements.flatMap(({ out, in: chosen }) => [out, chosen]);
  const known = new Map((await members.getMany(ids)).map(({ id, pseudonym }) => [id as string, pseudonym]));
  const of = (id: string): string => {
    const pseudonym = known.get(id);
    if (pseudonym === undefined) throw new Refusal("missing", "member.missing", `There is no member ${id}.`);
    return pseudonym;
  };
  return replacements.map(({ out, in: chosen, reason }) => ({ out: of(out), in: of(chosen), reason }));
}

/**
 * Confirms the five, or replaces some with a reason; the second person who says the same opens the objection window.
 *
 * @param replacements - by member id
 * @throws `award.not_ranked`, `award.not_deciding`, `award.own_case`, `award.needs_another`, and those of `honoursOf`
 */
export const confirmRun =
  (deps: AwardDeps) =>
  async (key: Run.Key, replacements: readonly Replacement[], by: By): Promise<Run.Info> => {
    const run = await rankedRun(deps, key);
    const decider = await deciderOf(deps, by.actorId);
    const changes = await pseudonymous(deps, replacements);
    const chosen = await standingsFor(deps, run, new Set(changes.map(({ in: pseudonym }) => pseudonym)));
    const honours = honoursOf(run.outcome.places, changes, (pseudonym) => chosen.get(pseudonym)?.candidate ?? false);
    const after = await deps.awards.change(key, by.at, (row) => {
      const item = confirm(row, honours, { decider, at: by.at, zone: deps.zone });
      const detail = { honours, final: item.status === "noticed" };
      return {
        item,
        effects: item.status === "noticed" ? [nudge(row, by.at)] : [],
        audit: [auditOf(deps, key, { action: "award.confirm", ...by, detail })],
      };
    });
    deps.wake();
    return after;
  };

/** Takes a run back before it is published; the next one begins by itself. @throws `award.not_waiting` */
export const withdrawRun =
  (deps: AwardDeps) =>
  async (key: Run.Key, reason: string, by: By): Promise<Run.Info> => {
    const { at } = by;
    const after = await deps.awards.change(key, at, (row) => ({
      item: withdraw(row, { by: by.actorId, reason, at }),
      effects: [
        nudge(row, at),
        next(key, "correction", at),
        ...[committee, alliance].map((to) =>
          tell(
            { row: key, template: "award.withdrawn", to, at, cause: to.kind === "role" ? to.role : "1" },
            { reason },
          ),
        ),
      ],
      audit: [auditOf(deps, key, { action: "award.withdraw", ...by, reason })],
    }));
    deps.wake();
    return after;
  };
