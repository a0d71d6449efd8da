import { type Info as Activity, endOf, startOf } from "@yigong/core/activity/activity.ts";
import type { previewWords } from "@yigong/core/activity/preview.words.ts";
import { plusHours } from "@yigong/core/lib/time.ts";
import type { Stage } from "@yigong/core/lifecycle/lifecycle.ts";
import { archiveDueOf, planOf, surveyDueOf } from "@yigong/core/lifecycle/plan.ts";
import { archiveReminder, startReminders, undecidedReminder } from "../lifecycle/stage-reminders.ts";

/** A text of the previews, and what fills its holes. */
export interface Worded {
  key: keyof (typeof previewWords)["zh-CN"];
  values?: Readonly<Record<string, string | number>>;
}

/** What happens when, of an activity that is not started yet. */
export interface Step extends Worded {
  stage: Stage;
  /** ISO-8601 UTC. */
  at: string;
}

/** Who would be asked, and how many of them are obliged. */
interface Asking {
  asked: number;
  duty: number;
}

/** What an activity would set going, in the order of time, if it were started at an instant and filed in time. @source docs/domain.md Lifecycle */
export function stepsOf(activity: Activity, { asked, duty }: Asking, { at, zone }: { at: string; zone: string }) {
  const [plan, archiveDueAt, isAlliance] = [
    planOf(activity, zone),
    archiveDueOf(activity, zone),
    activity.origin === "alliance",
  ];
  const { recruitUntil, minimumPeople: minimum, servedParty, surveyDays } = activity;
  const surveyUntil = servedParty.kind === "definite" ? surveyDueOf(archiveDueAt, surveyDays, zone) : archiveDueAt;
  const steps: Step[] = [
    isAlliance
      ? { stage: "Recruit", at, key: "activity.step.announcementDuty", values: { asked, duty } }
      : { stage: "Propose", at, key: "activity.step.proposal" },
    ...(isAlliance && duty > 0
      ? [step("Recruit", undecidedReminder(activity, recruitUntil, at).dueAt, "activity.step.reminder")]
      : []),
    minimum > 0
      ? { stage: "Recruit", at: recruitUntil, key: "activity.step.recruitEndMinimum", values: { minimum } }
      : step("Recruit", recruitUntil, "activity.step.recruitEnd"),
    ...(isAlliance ? [step("Cover", plan.Cover.at(-1) ?? recruitUntil, "activity.step.coverEnd")] : []),
    ...startReminders(activity, at)
      .slice(0, 1)
      .map(({ dueAt }) => step("Execute", dueAt, "activity.step.startReminder")),
    step("Execute", startOf(activity), "activity.step.start"),
    step("Execute", plan.Execute.at(-1) ?? plusHours(endOf(activity), 0), "activity.step.end"),
    step("Archive", archiveReminder(activity, archiveDueAt, at).dueAt, "activity.step.archiveReminder"),
    step("Archive", archiveDueAt, "activity.step.archiveDue"),
    step(
      "Survey",
      surveyUntil,
      servedParty.kind === "definite" ? "activity.step.survey" : "activity.step.surveySkipped",
    ),
    step("Award", surveyUntil, "activity.step.points"),
  ];
  return steps.toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}

const step = (stage: Stage, at: string, key: Worded["key"]): Step => ({ stage, at, key });
