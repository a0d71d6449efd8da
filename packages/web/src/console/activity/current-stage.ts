import type { Activity } from "../../shared/api/routes.ts";

type StageName = Activity["stages"][number]["name"];

const STAGE_OF = {
  proposing: "Propose",
  recruiting: "Recruit",
  covering: "Cover",
  executing: "Execute",
  archiving: "Archive",
  surveying: "Survey",
  awarding: "Award",
} as const satisfies Partial<Record<Activity["status"], StageName>>;

/** The stage at hand; of a cancelled one where it stopped, of a done one the last. */
export function currentStage({ status, stages }: Pick<Activity, "status" | "stages">): StageName {
  if (status === "done") return "Award";
  if (status === "cancelled") return stages.findLast(({ enteredAt }) => enteredAt)?.name ?? "Recruit";
  return STAGE_OF[status];
}

export const TABS = [
  "people",
  "covers",
  "check-in",
  "archive",
  "survey",
  "points",
  "money",
  "messages",
  "record",
] as const;
export type Tab = (typeof TABS)[number];

const TAB_OF = {
  Propose: "money",
  Recruit: "people",
  Cover: "covers",
  Execute: "check-in",
  Archive: "archive",
  Survey: "survey",
  Award: "points",
} as const satisfies Record<StageName, Tab>;

/** The tab in which the work of the stage at hand is done. */
export const tabOf = (activity: Pick<Activity, "status" | "stages">): Tab => TAB_OF[currentStage(activity)];
