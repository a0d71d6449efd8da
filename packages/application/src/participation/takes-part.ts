import { mapInParallel } from "@yigong/core/lib/parallel.ts";
import type { ParticipationDeps } from "./participation-stores.ts";

const IN_FLIGHT = 16;

/**
 * Which of these members take part in an activity: they signed up for one, asked for leave, or are on the duty list of one
 * that is not over. Their rows on the roster cannot be undone.
 *
 * @returns those ids, in the order given
 */
export const takesPart =
  (
    deps: Pick<ParticipationDeps, "participations" | "leaves" | "dutyLists"> & {
      /** The ids of the activities that are not over. */
      openActivities: () => Promise<readonly string[]>;
    },
  ) =>
  async (memberIds: readonly string[]): Promise<string[]> => {
    const obliged = new Set<string>();
    for (const activityId of await deps.openActivities())
      for (const memberId of (await deps.dutyLists.find(activityId))?.memberIds ?? []) obliged.add(memberId);
    const involved = async (memberId: string): Promise<boolean> => {
      if (obliged.has(memberId)) return true;
      const first = { limit: 1 };
      if ((await deps.participations.byMember(memberId, first)).items.length > 0) return true;
      return (await deps.leaves.byMember(memberId, first)).items.length > 0;
    };
    const answers = await mapInParallel(memberIds, IN_FLIGHT, involved);
    return memberIds.filter((_, index) => answers[index]);
  };
