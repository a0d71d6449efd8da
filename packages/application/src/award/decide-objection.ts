import { entryOf } from "@yigong/core/audit/audit.ts";
import { decide, type Info } from "@yigong/core/award/objection.ts";
import * as Run from "@yigong/core/award/run.ts";
import type { ByAt } from "@yigong/core/permission/actor.ts";
import { next, nudge, only, tell } from "./award-effects.ts";
import type { AwardDeps } from "./award-stores.ts";
import { findDecider } from "./find-decider.ts";

/**
 * Decides an objection with a reason, which its author is told; an upheld one withdraws the run and begins the next.
 *
 * @throws `award.missing`, `award.objection_decided`, `award.not_noticed`, `award.own_case`
 */
export const decideObjection =
  (deps: AwardDeps) =>
  async (key: Run.Key, verdict: { id: string; upheld: boolean; reason: string }, by: ByAt): Promise<Info> => {
    const { id, upheld, reason } = verdict;
    const { at } = by;
    const objection = await deps.awards.objection(key, id);
    const decider = await findDecider(deps, by);
    const [author] = await deps.members.getMany([objection.by]);
    const template = upheld ? "award.objectionUpheld" : "award.objectionRejected";
    const told = tell({ row: key, template, to: only(objection.by), at, cause: id }, { reason });
    let after: Info = objection;
    await deps.awards.change(key, at, (row) => {
      const made = decide({ run: row, objection, author: author?.pseudonym ?? "" }, { upheld, reason, decider, at });
      after = made.objection;
      return {
        item: made.run,
        objection: made.objection,
        effects: [told, nudge(row, at), ...(upheld ? [next(key, "objection", at)] : [])],
        audit: [
          entryOf(deps.newId, {
            subjectId: Run.idOf(key),
            at: by.at,
            action: "award.decideObjection",
            by,
            reason,
            detail: { id, upheld },
          }),
        ],
      };
    });
    deps.wake();
    return after;
  };
