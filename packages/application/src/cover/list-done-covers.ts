import { doneCovers } from "@yigong/core/cover/cover.ts";
import type { CoverDeps } from "./cover-stores.ts";

/** Lists the covers of an activity that earn points. */
export const listDoneCovers =
  ({ covers }: Pick<CoverDeps, "covers">) =>
  async (activityId: string): Promise<{ memberId: string; needId: string }[]> =>
    doneCovers(await covers.of(activityId));
