import { people, tell } from "@yigong/application/lifecycle/lifecycle-effects.ts";
import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { deadlineOf } from "@yigong/core/lifecycle/lifecycle.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import type { Info as SurveyRow } from "@yigong/core/survey/survey.ts";
import { type Entered, type StageDeps, stageTask } from "./stage-task.ts";

/**
 * The record is filed: a definite served party is asked, and the volunteers how they feel; without one the survey is
 * skipped with the recorded reason.
 *
 * Safe to run twice: a survey is opened or skipped once.
 * @source docs/domain.md E5, F2
 */
export const survey = (
  deps: StageDeps & {
    /** Opens it, or skips it with the reason. */
    openSurvey: (activity: Activity, times: { at: string; closesAt: string }) => Promise<SurveyRow>;
  },
) =>
  stageTask(deps, "Survey", async (activity, at, lifecycle): Promise<Entered> => {
    const closesAt = deadlineOf(lifecycle, "Survey") ?? at;
    const to = people(activity, "attended");
    const happiness = tell({ activity, template: "happiness.ask", to, dueAt: at, cause: "1" }, { closesAt });
    const opened = await deps.openSurvey(activity, { at, closesAt });
    if (opened.status === "skipped") return { end: { kind: "skipped", reason: opened.reason }, effects: [happiness] };
    const reminded = sending(activity.id, 2, halfway(at, closesAt));
    return { effects: [happiness, sending(activity.id, 1, at), reminded] };
  });

const halfway = (from: string, to: string): string => new Date((Date.parse(from) + Date.parse(to)) / 2).toISOString();

/** Issue 1 is the invitation; issue 2 the one reminder, which kills the first link. */
const sending = (activityId: string, issue: number, dueAt: string): Effect => ({
  kind: "survey.send",
  id: `survey:${activityId}:${issue}`,
  dueAt,
  activityId,
  issue,
});
