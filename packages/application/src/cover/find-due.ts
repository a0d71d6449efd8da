import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { approvedOf } from "@yigong/core/leave/leave.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import type { CoverDeps } from "./cover-stores.ts";
import type { Taking } from "./find-participants.ts";

/**
 * Who takes part, or is on the duty list and neither on leave nor released: while somebody is due at an activity, nobody asks
 * them to be at work meanwhile.
 *
 * @source docs/domain.md A7, Decision
 */
export async function findDue(
  deps: Pick<CoverDeps, "dutyLists" | "leaves">,
  activity: Activity,
  { takingPart, released }: Taking,
): Promise<ReadonlySet<string>> {
  const list = await deps.dutyLists.find(activity.id);
  if (!list) return takingPart;
  const free = new Set([...released, ...approvedOf(await deps.leaves.of(activity.id, recent))]);
  return new Set([...takingPart, ...list.memberIds.filter((memberId) => !free.has(memberId))]);
}
