import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import type { Reading } from "@yigong/core/lib/reading.ts";
import { isActive } from "@yigong/core/participation/participation.ts";
import type { CoverDeps } from "./cover-stores.ts";

/** Who is in an activity, as far as it decides who covers. */
export interface Taking {
  /** Everybody with a place or one in the waiting list. */
  takingPart: ReadonlySet<string>;
  /** Who was willing and for whom no place was left. */
  released: ReadonlySet<string>;
}

/** Finds who has a place in an activity, who has one or waits for one, and who was released. */
export async function findParticipants(deps: Pick<CoverDeps, "participations">, activity: Activity, reading?: Reading) {
  const participations = await deps.participations.of(activity, reading);
  return {
    participations,
    placed: new Set(participations.filter((one) => one.state === "placed").map((one) => one.memberId)),
    released: new Set(participations.filter((one) => one.state === "released").map((one) => one.memberId)),
    takingPart: new Set(participations.filter(isActive).map((one) => one.memberId)),
  };
}
