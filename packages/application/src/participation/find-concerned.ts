import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import type { Stewards } from "@yigong/core/attendance/steward.store.ts";
import * as Cover from "@yigong/core/cover/cover.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { namesOf } from "../cover/cover-names.ts";
import type { CoverDeps } from "../cover/cover-stores.ts";
import type { Placed } from "./find-place-audience.ts";

export interface ConcernedDeps {
  covers: Pick<CoverDeps["covers"], "of">;
  members: Pick<CoverDeps["members"], "getMany">;
  units: Pick<CoverDeps["units"], "getMany">;
  stewards: Pick<Stewards, "of">;
  placeAudience: (
    activityId: string,
    placed: Placed,
    part: { after: string; limit: number },
  ) => Promise<{ memberIds: readonly string[]; next?: string | undefined }>;
  zone: string;
}

export const CONCERNED = ["participant", "coverer", "head", "steward"] as const;
export type As = (typeof CONCERNED)[number];

const PAGE = 500;

/** Who serves, waits or is expected. */
async function participantsOf({ placeAudience }: ConcernedDeps, activityId: string): Promise<string[]> {
  const found: string[] = [];
  for (let after: string | undefined = ""; after !== undefined; ) {
    const page = await placeAudience(activityId, { who: "participants" }, { after, limit: PAGE });
    found.push(...page.memberIds);
    after = page.next;
  }
  return found;
}

/** Who covers, or did until a change ended it, which was not before an instant. */
function covererIn(need: Cover.Info, since: string): string | undefined {
  if (need.status !== "void") return Cover.covererOf(need);
  return need.since >= since ? need.former?.memberId : undefined;
}

/**
 * Whom it concerns when an activity is called off or moved, each under the first of what they are: who takes part, who
 * covers for them, the heads who let them go, and who checks people in.
 *
 * @param since - covers that ended from then on are those that the change ended
 */
export async function findConcerned(deps: ConcernedDeps, activity: Activity, since: string): Promise<Map<string, As>> {
  const [participants, needs, stewards] = await Promise.all([
    participantsOf(deps, activity.id),
    activity.origin === "alliance" ? deps.covers.of(activity.id) : [],
    deps.stewards.of(activity.id, recent),
  ]);
  const standing = needs.filter((need) => covererIn(need, since) !== undefined);
  const { headOf } = await namesOf(deps, standing);
  const found = new Map<string, As>();
  const add = (memberId: string | undefined, as: As) => {
    if (memberId !== undefined && !found.has(memberId)) found.set(memberId, as);
  };
  for (const memberId of participants) add(memberId, "participant");
  for (const need of standing) add(covererIn(need, since), "coverer");
  for (const need of standing) add(headOf(need), "head");
  for (const { memberId } of stewards) add(memberId, "steward");
  return found;
}
