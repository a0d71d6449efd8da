import type { By } from "@yigong/core/permission/actor.ts";
import { Made, Series } from "@yigong/core/series/index.ts";
import { cancelActivity } from "../activity/cancel-activity.ts";
import { requireDescribed } from "./begin-series.ts";
import { type FollowDeps, type Followed, followSeries } from "./follow-series.ts";
import { makeDue, seriesEntry } from "./make-due.ts";

/** Who changes a series and when. */
interface Changing {
  by: By;
  at: string;
  reason?: string | undefined;
  version: number;
}

/**
 * Changes all visits of a series that follow: those not made yet, and of those made and not begun what was not changed
 * for them alone.
 *
 * @returns which of the activities followed, and which stayed as they were and why
 * @throws `series.missing`, those of `Series.revise` and `requireDescribed`
 */
export const reviseSeries =
  (deps: FollowDeps) =>
  async (seriesId: string, patch: Series.Patch, { by, at, version, reason }: Changing): Promise<Followed> => {
    const before = await deps.series.get(seriesId);
    await requireDescribed(deps, Series.revise(before, patch, { version }), at);
    const entry = { subjectId: seriesId, at, by, reason, detail: { fields: Object.keys(patch) } };
    await deps.series.change(seriesId, at, (series) => ({
      item: Series.revise(series, patch, { version }),
      audit: [seriesEntry(deps, "change", entry)],
    }));
    const series = await deps.series.get(seriesId);
    const outcome = await followSeries(deps, series, { ...by, at, reason });
    await makeDue(deps, series, at);
    return outcome;
  };

/**
 * Leaves one visit out; its activity is cancelled with the reason when it was made.
 *
 * @throws `series.missing`, those of `Series.skip` and of `cancelActivity`
 */
export const skipVisit =
  (deps: FollowDeps) =>
  async (seriesId: string, day: string, { by, at, version, reason }: Changing & { reason: string }): Promise<void> => {
    const entry = { subjectId: seriesId, at, by, reason, detail: { day } };
    await deps.series.change(seriesId, at, (series) => ({
      item: Series.skip(series, day, { by: by.actorId, at, zone: deps.zone, reason, version }),
      audit: [seriesEntry(deps, "skip", entry)],
    }));
    const made = (await deps.series.made(seriesId)).find((one) => one.day === day);
    if (made?.state !== "made") return;
    const activity = await deps.activities.get(Made.activityIdOf(seriesId, day));
    const { status } = await deps.lifecycles.get(activity.id);
    if (status !== "cancelled") await cancelActivity(deps)(activity, { ...by, at, reason });
  };

/** Makes no more visits; those that are activities already go on. @throws `series.missing`, those of `Series.end` */
export const endSeries =
  (deps: Pick<FollowDeps, "series" | "newId">) =>
  async (seriesId: string, { by, at, version, reason }: Changing & { reason: string }): Promise<void> => {
    await deps.series.change(seriesId, at, (series) => ({
      item: Series.end(series, { by: by.actorId, at, reason, version }),
      audit: [seriesEntry(deps, "end", { subjectId: seriesId, at, by, reason })],
    }));
  };
