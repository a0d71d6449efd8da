import type { SeriesChanged, SeriesListed, SeriesView } from "@yigong/functions/api/series.view.ts";
import type * as z from "zod";
import type { Page } from "../../shared/api/routes.ts";

export type Series = z.output<typeof SeriesView>;
export type ListedSeries = z.output<typeof SeriesListed>;
export type ChangedSeries = z.output<typeof SeriesChanged>;
export type Visit = Series["visits"][number];

declare module "../../shared/api/routes.ts" {
  interface Answers {
    "GET /series": Page<ListedSeries>;
    "GET /series/{id}": Series;
    "POST /series": Series;
    "PATCH /series/{id}": ChangedSeries;
    "POST /series/{id}/skip": Series;
    "POST /series/{id}/end": Series;
  }
}
