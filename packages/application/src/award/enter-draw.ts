import { entryOf } from "@yigong/core/audit/audit.ts";
import { enterValue, type Year } from "@yigong/core/award/source.ts";
import type { ByAt } from "@yigong/core/permission/actor.ts";
import type { AwardDeps } from "./award-stores.ts";

/** Enters what the source said. @throws `award.frozen`, `award.no_source`, `award.value_unknown`, `award.value_entered` */
export const enterDraw =
  (deps: Pick<AwardDeps, "awards" | "newId">) =>
  (year: number, value: string, by: ByAt): Promise<Year> =>
    deps.awards.changeYear(year, (before) => ({
      item: enterValue(before, { value, by: by.actorId, at: by.at }),
      audit: [
        entryOf(deps.newId, {
          subjectId: `award-${year}`,
          at: by.at,
          action: "award.enterDraw",
          by,
          detail: { value },
        }),
      ],
    }));
