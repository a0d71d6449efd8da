import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { deadlineOf } from "@yigong/core/lifecycle/lifecycle.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import { people, tell } from "../lifecycle/effects.ts";
import { type Entered, type StageDeps, stageTask } from "./stage.ts";

/**
 * The record is filed: a definite served party is asked, and the volunteers how they feel; without one the survey is
 * skipped with the recorded reason.
 *
 * Safe to run twice: a survey is opened or skipped once.
 * @source docs/domain.md E5, F2
 */
export const survey = (
  deps: StageDeps & {
    openSurvey: (activity: Activity, at: string, closesAt: string) => Promise<unknown>;
    skipSurvey: (activity: Activity, reason: string, at: string) => Promise<unknown>;
    servedCount: (activityId: string) => Promise<number>;
  },
) =>
  stageTask(deps, "Survey", async (activity, at, lifecycle): Promise<Entered> => {
    const closesAt = deadlineOf(lifecycle, "Survey") ?? at;
    const happiness = tell(
      { activity, template: "happiness.ask", to: people(activity, "attended"), dueAt: at, cause: "1" },
      { closesAt },
    );
    const reason = await reasonToSkip(activity, deps.servedCount);
    if (reason !== undefined) {
      await deps.skipSurvey(activity, reason, at);
      return { end: { kind: "skipped", reason }, effects: [happiness] };
    }
    await deps.openSurvey(activity, at, closesAt);
    return {
      effects: [happiness, surveySending(activity.id, 1, at), surveySending(activity.id, 2, halfway(at, closesAt))],
    };
  });

const reasonToSkip = async (activity: Activity, servedCount: (activityId: string) => Promise<number>) => {
  if (activity.servedParty.kind === "none") return activity.servedParty.reason;
  return (await servedCount(activity.id)) === 0 ? "no contact of the served party was recorded" : undefined;
};

const halfway = (from: string, to: string): string => new Date((Date.parse(from) + Date.parse(to)) / 2).toISOString();

/** Issue 1 is the invitation, issue 2 the one reminder, which kills the first link. */
const surveySending = (activityId: string, issue: number, dueAt: string): Effect => ({
  kind: "survey.send",
  id: `survey:${activityId}:${issue}`,
  dueAt,
  activityId,
  issue,
});
