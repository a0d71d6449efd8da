import { decide, Id, type Info, object } from "@yigong/core/award/objection.ts";
import * as Run from "@yigong/core/award/run.ts";
import { committee, next, nudge, only, tell } from "./award-effects.ts";
import type { AwardDeps } from "./award-stores.ts";
import { auditOf } from "./begin-run.ts";
import { type By, deciderOf } from "./decide-run.ts";

/** Takes an objection within the window; the committee is told. @throws `award.not_noticed`, `award.objections_full` */
export const objectTo =
  (deps: AwardDeps) =>
  async (key: Run.Key, text: string, by: By): Promise<Info> => {
    const { year, run } = key;
    const { at } = by;
    const objection = { id: Id.parse(deps.newId("obj")), year, run, by: by.actorId, at, text, status: "open" as const };
    await deps.awards.change(key, at, (row) => {
      const untilAt = Run.noticeUntil(row) ?? at;
      const told = { row: key, template: "award.objected" as const, to: committee, at, cause: objection.id };
      return { item: object(row, objection), objection, effects: [tell(told, { untilAt })] };
    });
    deps.wake();
    return objection;
  };

/**
 * Decides an objection with a reason, which its author is told; an upheld one withdraws the run and begins the next.
 *
 * @throws `award.missing`, `award.objection_decided`, `award.not_noticed`, `award.own_case`
 */
export const decideObjection =
  (deps: AwardDeps) =>
  async (key: Run.Key, verdict: { id: string; upheld: boolean; reason: string }, by: By): Promise<Info> => {
    const { id, upheld, reason } = verdict;
    const { at } = by;
    const objection = await deps.awards.objection(key, id);
    const decider = await deciderOf(deps, by.actorId);
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
        audit: [auditOf(deps, key, { action: "award.decideObjection", ...by, reason, detail: { id, upheld } })],
      };
    });
    deps.wake();
    return after;
  };
