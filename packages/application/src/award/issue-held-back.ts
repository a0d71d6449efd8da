import { entryOf } from "@yigong/core/audit/audit.ts";
import { awardRefusal } from "@yigong/core/award/award.refusals.ts";
import * as Run from "@yigong/core/award/run.ts";
import type { ByAt } from "@yigong/core/permission/actor.ts";
import { only, tell } from "./award-effects.ts";
import type { AwardDeps } from "./award-stores.ts";
import { conferralOf, holdersOf } from "./publish-run.ts";

/**
 * Issues the certificates of a published run that waited for a name that can be printed, as far as it can by now, and
 * tells their holders. Safe to run twice.
 *
 * @throws `award.missing`, `award.not_published`
 */
export const issueHeldBack =
  (deps: AwardDeps) =>
  async (key: Run.Key, { at, ...by }: ByAt): Promise<Run.Info> => {
    const run = await deps.awards.get(key);
    if (run.status !== "done") throw awardRefusal("award.not_published");
    const holders = await holdersOf(deps, run);
    const { numbers, heldBack } = await deps.certificates.issue(conferralOf(run, holders, at));
    const waiting = new Set(heldBack.map(({ memberId }) => memberId));
    const issued = holders.filter((id) => !waiting.has(id));
    const fresh = issued.filter((_, place) => !run.certificates.includes(numbers[place] ?? ""));
    if (fresh.length === 0) return run;
    const after = await deps.awards.change(key, at, (row) => {
      if (row.status !== "done") return { item: row };
      const cause = `certificates.${numbers.length}`;
      const told = { subjectId: Run.idOf(key), at, action: "award.issueCertificates", by, detail: { numbers } };
      return {
        item: { ...row, certificates: numbers },
        effects: [tell({ row, template: "award.certificateReady", to: only(...fresh), at, cause }, {})],
        audit: [entryOf(deps.newId, told)],
      };
    });
    deps.wake();
    return after;
  };
