import { Refusal } from "@yigong/core/lib/error.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import { outcomeOf } from "@yigong/core/lifecycle/lifecycle.ts";
import type { Surveys } from "@yigong/core/survey/survey.store.ts";

/**
 * Ends a survey as its stage was ended: skipped with the reason, else closed with the answers that came in.
 *
 * Skipping writes the stage's outcome first and the survey second; this finishes it if the route crashed in between. If an
 * answer came in meanwhile the survey is closed instead. Safe to run twice.
 * @param at - when the stage after it began, ISO-8601 UTC
 */
export const endSurvey =
  (deps: { lifecycles: Pick<Lifecycles, "get">; surveys: Pick<Surveys, "get" | "skip" | "close"> }) =>
  async ({ id }: { id: string }, at: string): Promise<void> => {
    const outcome = outcomeOf(await deps.lifecycles.get(id), "Survey");
    const open = (await deps.surveys.get(id))?.status === "open";
    if (!open || outcome?.kind !== "skipped") return void (await deps.surveys.close(id, at));
    try {
      await deps.surveys.skip(id, { by: outcome.by, at: outcome.at, reason: outcome.reason ?? "" });
    } catch (error) {
      if (!(error instanceof Refusal && error.code === "survey.answered")) throw error;
      await deps.surveys.close(id, at);
    }
  };
