import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { yearOf } from "@yigong/core/lib/time.ts";
import type { OutboxRows } from "@yigong/core/outbox/outbox.store.ts";
import { isTooFew } from "@yigong/core/participation/allocation.ts";
import { type Info, isActive, peoplePlaced } from "@yigong/core/participation/participation.ts";
import { effectsOfAllocation } from "./participation-effects.ts";
import type { ParticipationDeps } from "./participation-stores.ts";
import { refuseSkillLess } from "./refuse-skill-less.ts";

/** What the allocation came to. */
export interface Allocated {
  /** People (人数) with a place. */
  placed: number;
  /** People who wait and have no place. */
  waiting: number;
  tooFew: boolean;
  rows: Info[];
}

/**
 * Gives out the places and tells everybody who signed up; with fewer people than the minimum nobody is told, since the
 * activity is cancelled.
 *
 * Safe to run twice, and after a crash.
 * @param at - the cover stage's entered time, ISO-8601 UTC
 * @source docs/domain.md A7, Decision
 */
export const allocatePlaces =
  (
    deps: Pick<ParticipationDeps, "dutyLists" | "participations" | "members" | "units" | "zone"> & {
      outbox: Pick<OutboxRows, "add">;
      /** Attendances of members in a local year; who has none may be left out. */
      attendancesOf: (memberIds: readonly string[], year: number) => Promise<ReadonlyMap<string, number>>;
    },
  ) =>
  async (activity: Activity, at: string): Promise<Allocated> => {
    await refuseSkillLess(deps, activity, at);
    const duty = new Set((await deps.dutyLists.find(activity.id))?.memberIds);
    const willing = (await deps.participations.of(activity)).filter(isActive).map((row) => row.memberId);
    const obliged = [...new Set(willing.filter((memberId) => duty.has(memberId)))];
    const attendances = await deps.attendancesOf(obliged, yearOf(at, deps.zone));
    const rows = await deps.participations.allocate({ activity, at, duty, attendances });
    const placed = peoplePlaced(rows);
    const tooFew = isTooFew(activity, placed);
    if (!tooFew) await deps.outbox.add(effectsOfAllocation(activity, rows, at), at);
    const placedIds = new Set(rows.filter(({ state }) => state === "placed").map(({ memberId }) => memberId));
    const waiting = rows.filter(({ state, memberId }) => state === "waiting" && !placedIds.has(memberId));
    return { placed, waiting: new Set(waiting.map(({ memberId }) => memberId)).size, tooFew, rows };
  };
