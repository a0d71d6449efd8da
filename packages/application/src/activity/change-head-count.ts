import { activityRefusal } from "@yigong/core/activity/activity.refusals.ts";
import { type Info as Activity, positionOf } from "@yigong/core/activity/activity.ts";
import { entryOf } from "@yigong/core/audit/audit.ts";
import { requireVersion } from "@yigong/core/lib/edit.ts";
import { requireChangeable, requireMinimum } from "@yigong/core/lifecycle/changeable.ts";
import type * as Lifecycle from "@yigong/core/lifecycle/lifecycle.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import { losersOf } from "@yigong/core/participation/head-count.ts";
import { type Line, resolve } from "@yigong/core/participation/line.ts";
import { participationRefusal } from "@yigong/core/participation/participation.refusals.ts";
import type { Participations } from "@yigong/core/participation/participation.store.ts";
import { inOrder, type Info as Place } from "@yigong/core/participation/participation.ts";
import { effectsOfSuccession } from "../participation/participation-effects.ts";
import { type ActivityChangeDeps, applyChangeEffect, type ChangedBy } from "./activity-change.ts";
import { fallenTold } from "./head-count-effects.ts";

/** How many a position takes from now on. */
export interface NewHeadCount {
  positionId: string;
  headCount: number;
  /** Who loses a place, when there are more people than places. */
  losing: readonly string[];
  version?: number | undefined;
}

export interface HeadCountDeps extends ActivityChangeDeps {
  participations: Pick<Participations, "of" | "lines" | "displaceOps" | "fillFreed">;
}

/** The activity with another number at one position. */
function counted(activity: Activity, { positionId, headCount }: NewHeadCount): Activity {
  const sessions = activity.sessions.map((session) => ({
    ...session,
    positions: session.positions.map((one) => (one.id === positionId ? { ...one, headCount } : one)),
  }));
  return { ...activity, sessions };
}

function requireCountable(activity: Activity, row: Lifecycle.Info, wanted: NewHeadCount, at: string) {
  requireChangeable(row);
  const found = positionOf(activity, wanted.positionId);
  if (!found) throw participationRefusal("participation.position_unknown");
  const { session, position } = found;
  if (session.cancelled) throw activityRefusal("activity.session_cancelled");
  // Places are added for people at the door as long as the session goes on; taken away only before it begins.
  const until = wanted.headCount > position.headCount ? session.endsAt : session.startsAt;
  if (until <= at) throw activityRefusal("activity.session_begun/places");
  requireMinimum(counted(activity, wanted), row);
  return position;
}

/** Who stands otherwise with the new number: places are provisional until the allocation and the organizer's choice after it. */
function fallenOf(
  rows: readonly Place[],
  line: Line | undefined,
  wanted: NewHeadCount,
): { fallen: Place[]; settled: boolean } {
  if (line?.allocatedAt !== undefined) return { fallen: losersOf(rows, wanted), settled: true };
  if (line?.closedAt !== undefined) throw participationRefusal("participation.allocating");
  if (wanted.losing.length > 0) throw participationRefusal("participation.not_allocated/losing");
  const isFallen = (row: Place) =>
    row.state === "placed" && line !== undefined && resolve(row, line, wanted.headCount).state === "waiting";
  return { fallen: rows.filter(isFallen), settled: false };
}

/**
 * Changes how many a position takes. With more, those who wait move up in the same act; with fewer than have places, the
 * organizer names who loses one: they are told and are the first in line.
 *
 * @throws `edit.changed`, `participation.position_unknown`, `participation.choose_losers`, `participation.not_placed`,
 * `participation.too_many_at_once`, `participation.allocating`, `participation.not_allocated`, `activity.session_begun`,
 * `activity.session_cancelled`, `activity.minimum_too_high`, `activity.awarded`, `lifecycle.cancelled`
 * @source docs/domain.md A6
 */
export const changeHeadCount =
  (deps: HeadCountDeps) =>
  async (activityId: string, wanted: NewHeadCount, by: ChangedBy & { reason: string }): Promise<Activity> => {
    const { at, reason } = by;
    const { positionId, headCount } = wanted;
    const saved = await deps.lifecycles.changeActivity(activityId, at, async ({ activity: before, lifecycle }) => {
      requireVersion(before, wanted.version);
      const { headCount: from } = requireCountable(before, lifecycle, wanted, at);
      if (from === headCount) return { activity: before, lifecycle };
      const after = counted(before, wanted);
      const [all, lines] = await Promise.all([deps.participations.of(before), deps.participations.lines(before)]);
      const rows = all.filter((row) => row.positionId === positionId).sort(inOrder);
      const { fallen, settled } = fallenOf(rows, lines.get(positionId), wanted);
      const detail = {
        positionId,
        from,
        to: headCount,
        ...(settled ? { losing: fallen.map((row) => row.memberId) } : {}),
      };
      const entry = { subjectId: activityId, at, action: "activity.changeHeadCount", by, reason, detail };
      const effects: Effect[] = [
        ...fallenTold({ before, after, at }, { rows, fallen, settled, reason, position: { id: positionId, from } }),
        applyChangeEffect(activityId, String(before.version + 1), at),
      ];
      return {
        activity: after,
        lifecycle,
        effects,
        audit: [entryOf(deps.newId, entry)],
        also: settled ? deps.participations.displaceOps(fallen, at) : [],
      };
    });
    await deps.participations.fillFreed({
      activity: saved,
      at,
      zone: deps.zone,
      effects: (next) => effectsOfSuccession(saved, next, at),
    });
    deps.wake();
    return saved;
  };
