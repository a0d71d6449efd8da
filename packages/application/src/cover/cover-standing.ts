import type { Activities } from "@yigong/core/activity/activity.store.ts";
import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import type { Covers } from "@yigong/core/cover/cover.store.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import { type Reading, recent } from "@yigong/core/lib/reading.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import type { Info as Lifecycle } from "@yigong/core/lifecycle/lifecycle.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";
import type { Participations } from "@yigong/core/participation/participation.store.ts";
import { isActive } from "@yigong/core/participation/participation.ts";
import type { Shifts } from "@yigong/core/shift/shift.store.ts";
import type { Wake } from "../ports/wake.ts";

/** What arranging covers needs to know and to write. */
export interface CoverDeps {
  covers: Covers;
  activities: Pick<Activities, "get">;
  lifecycles: Pick<Lifecycles, "get">;
  participations: Pick<Participations, "of" | "ofMember">;
  shifts: Pick<Shifts, "between" | "ofMembers">;
  members: Pick<Members, "all" | "getMany">;
  units: Pick<Units, "getMany">;
  /** Covers done in a local year, by member; none counts as 0. */
  coversThisYear: (members: readonly Member[], year: number) => Promise<ReadonlyMap<string, number>>;
  zone: string;
  newId: (prefix: string) => string;
  wake: Wake;
}

/** An activity in which covers can still be arranged, and where it stands. */
export interface Standing {
  activity: Activity;
  lifecycle: Lifecycle;
}

/** @throws `activity.missing`, `lifecycle.cancelled` */
export async function standingOf(deps: CoverDeps, activityId: string): Promise<Standing> {
  const [activity, lifecycle] = await Promise.all([
    deps.activities.get(activityId, recent),
    deps.lifecycles.get(activityId),
  ]);
  if (lifecycle.status === "cancelled")
    throw new Refusal("conflict", "lifecycle.cancelled", "The activity was cancelled; no cover is needed.");
  return { activity, lifecycle };
}

/** Everybody with a place in an activity, and everybody with that or one in the waiting list. */
export async function partakers(deps: CoverDeps, activity: Activity, reading?: Reading) {
  const participations = await deps.participations.of(activity, reading);
  return {
    participations,
    placed: new Set(participations.filter((one) => one.state === "placed").map((one) => one.memberId)),
    takingPart: new Set(participations.filter(isActive).map((one) => one.memberId)),
  };
}
