import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { dayOf, yearOf } from "@yigong/core/lib/time.ts";
import type { OutboxRows } from "@yigong/core/outbox/outbox.store.ts";
import { isTooFew } from "@yigong/core/participation/allocation.ts";
import { type List, listed } from "@yigong/core/participation/duty.ts";
import { type Info, isActive, peoplePlaced } from "@yigong/core/participation/participation.ts";
import { effectsOfAllocation } from "./participation-effects.ts";
import type { ParticipationDeps } from "./participation-stores.ts";

/**
 * Fixes who is obliged to serve, once, when recruitment opens. Safe to run twice: the first list holds.
 *
 * Activities of teams and persons oblige nobody: their list stays unwritten and empty.
 * @param at - when recruitment opened, ISO-8601 UTC
 * @source docs/domain.md A1, A4
 */
export const fixDutyList =
  (deps: Pick<ParticipationDeps, "dutyLists" | "members" | "zone">) =>
  async (activity: Activity, at: string): Promise<List> => {
    if (activity.origin !== "alliance") return { activityId: activity.id, memberIds: [], fixedAt: at };
    const fixed = await deps.dutyLists.find(activity.id);
    if (fixed) return fixed;
    const members = await deps.members.all();
    return deps.dutyLists.fix(activity.id, listed(members, activity, dayOf(at, deps.zone)), at);
  };

/** What the deadline came to. */
export interface Allocated {
  /** People (人数) with a place. */
  placed: number;
  tooFew: boolean;
  rows: Info[];
}

/**
 * Gives out the places, once, and tells everybody who signed up; below the minimum nobody is told, for nothing is held.
 *
 * Safe to run twice, and after a crash. A deadline of Cover's entry, ISO-8601 UTC, is its clock.
 * @source docs/domain.md A7, Decision
 */
export const allocateOnce =
  (
    deps: Pick<ParticipationDeps, "dutyLists" | "participations" | "zone"> & {
      outbox: Pick<OutboxRows, "add">;
      /** Attendances of members in a local year; who has none may be left out. */
      attendancesOf: (memberIds: readonly string[], year: number) => Promise<ReadonlyMap<string, number>>;
    },
  ) =>
  async (activity: Activity, at: string): Promise<Allocated> => {
    const duty = new Set((await deps.dutyLists.find(activity.id))?.memberIds);
    const willing = (await deps.participations.of(activity)).filter(isActive).map((row) => row.memberId);
    const obliged = [...new Set(willing.filter((memberId) => duty.has(memberId)))];
    const attendances = await deps.attendancesOf(obliged, yearOf(at, deps.zone));
    const rows = await deps.participations.allocate({ activity, at, duty, attendances });
    const placed = peoplePlaced(rows);
    const tooFew = isTooFew(activity, placed);
    if (!tooFew) await deps.outbox.add(effectsOfAllocation(activity, rows, at), at);
    return { placed, tooFew, rows };
  };
