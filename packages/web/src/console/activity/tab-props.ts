import type { Activity } from "../../shared/api/routes.ts";

/** What every part of an activity's page is given. */
export interface TabProps {
  activity: Activity;
}
