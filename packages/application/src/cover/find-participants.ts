import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import type { Reading } from "@yigong/core/lib/reading.ts";
import { isActive } from "@yigong/core/participation/participation.ts";
import type { CoverDeps } from "./cover-stores.ts";

/** Finds who has a place in an activity, and who has one or waits for one. */
export async function findParticipants(deps: Pick<CoverDeps, "participations">, activity: Activity, reading?: Reading) {
  const participations = await deps.participations.of(activity, reading);
  return {
    participations,
    placed: new Set(participations.filter((one) => one.state === "placed").map((one) => one.memberId)),
    takingPart: new Set(participations.filter(isActive).map((one) => one.memberId)),
  };
}
