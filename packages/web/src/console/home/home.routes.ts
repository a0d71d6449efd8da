import type { Activity } from "../../shared/api/routes.ts";

/** A share of a month; nothing to divide by leaves it without a percentage. */
export interface MonthShare {
  month: string;
  numerator: number;
  denominator: number;
  percentage?: string | undefined;
}
export interface WeekItem {
  activityId: string;
  title: string;
  stage: Activity["stages"][number]["name"];
  startsAt: string;
  endsAt: string;
  place: string;
  placed: number;
  headCount: number;
  mine: boolean;
}

declare module "../../shared/api/routes.ts" {
  interface Answers {
    "GET /figures/trend": {
      participations: { month: string; value: number }[];
      archivedOnTime: MonthShare[];
      satisfaction: MonthShare[];
    };
    "GET /me/week": { items: WeekItem[] };
  }
}
