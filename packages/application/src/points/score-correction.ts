import { type Info as Activity, lastInstantOf } from "@yigong/core/activity/activity.ts";
import type { Scoring } from "@yigong/core/points/difference.ts";
import { RULE_SET_1, ruleSetAt } from "@yigong/core/points/rules.ts";
import type { CorrectionDeps } from "./correction-stores.ts";

type ScoringDeps = Pick<CorrectionDeps, "ledger" | "ruleSets" | "gradeOf">;

/**
 * How an activity was scored: by the rule set and the grade that its entries carry.
 *
 * Nobody served, as far as was known, when there is no such entry; then it is scored as it would be now.
 */
export async function scoringOf(deps: ScoringDeps, activity: Activity): Promise<Scoring> {
  const sets = await deps.ruleSets.adopted();
  let cursor: string | undefined;
  do {
    const page = await deps.ledger.issuedBy(activity.id, { limit: 100, cursor });
    const first = page.items.find(({ kind }) => kind === "service");
    if (first) {
      const rules = sets.find(({ version }) => version === first.ruleSet) ?? RULE_SET_1;
      return { rules, grade: first.grade, mean: first.mean };
    }
    cursor = page.cursor;
  } while (cursor);
  const { id } = activity;
  const endedAt = lastInstantOf(activity);
  return { rules: ruleSetAt(endedAt, sets), ...(await deps.gradeOf({ id, endedAt })) };
}
