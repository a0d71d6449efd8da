import { type Actor, allow } from "@yigong/core/permission/policy.ts";
import { activitySubject } from "@yigong/core/permission/subject.ts";
import { Made, Series } from "@yigong/core/series/index.ts";
import { ACTIONS } from "../activity/create-activity.ts";
import { senseFaults, unitsNamedBy } from "../activity/draft-faults.ts";
import { NewActivity } from "../activity/new-activity.ts";
import { requireUnits } from "../organization/require-units.ts";
import { type MakeDeps, makeDue, seriesEntry } from "./make-due.ts";

/** Demands of the description of each visit what is demanded of any activity. @throws those of `senseFaults` and `requireUnits` */
export async function requireDescribed(deps: Pick<MakeDeps, "units" | "zone">, series: Series.Info, at: string) {
  const next = Series.occurrencesOf(series, deps.zone).find(({ recruitUntil }) => recruitUntil > at);
  if (!next) return;
  const draft = NewActivity.parse(Made.draftOn(series, next.day, deps.zone));
  for (const { refusal } of senseFaults(draft, at)) throw refusal;
  const named = unitsNamedBy(draft);
  const idsOf = (wanted: "branch" | "team") => named.flatMap(({ kind, ids }) => (kind === wanted ? ids : []));
  await requireUnits(deps.units, { branchIds: idsOf("branch"), teamIds: idsOf("team") });
}

/**
 * Begins a series; the visits that are announced by today are activities at once.
 *
 * @param id - derived from the request's idempotency key, so that a double click is one series
 * @throws `permission.denied`, `series.endless`, `series.too_many`, `series.none`, `series.announced_late`, those of
 *   `requireDescribed`
 * @source docs/domain.md A10
 */
export const beginSeries =
  (deps: MakeDeps) =>
  async (
    said: Series.Writing,
    { actor, at, id }: { actor: Actor; at: string; id: Series.Id },
  ): Promise<Series.Info> => {
    const by = allow(actor, ACTIONS[said.content.origin], activitySubject(said.content));
    const series = Series.begin(said, { id, organizerId: actor.memberId, at, zone: deps.zone });
    await requireDescribed(deps, series, at);
    const begun = await deps.series.begin(series, { audit: [seriesEntry(deps, "begin", { subjectId: id, at, by })] });
    await makeDue(deps, begun, at);
    return begun;
  };
