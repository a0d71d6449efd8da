import { doneCovers } from "@yigong/core/cover/cover.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { isThere } from "@yigong/core/participation/exempt.ts";
import type { CoverDeps } from "./cover-stores.ts";

/** Lists the covers of an activity that earn points: of people who were employed on the day of the shift. */
export const listDoneCovers =
  ({ covers, members, zone }: Pick<CoverDeps, "covers" | "members" | "zone">) =>
  async (activityId: string): Promise<{ memberId: string; needId: string }[]> => {
    const needs = (await covers.of(activityId)).filter((need) => need.status === "confirmed");
    const found = await members.getMany([...new Set(needs.map(({ memberId }) => memberId))], recent);
    const byId = new Map(found.map((member) => [member.id as string, member]));
    return doneCovers(needs.filter(({ memberId, from }) => isThere(byId.get(memberId), from, zone)));
  };
