import { entryOf } from "@yigong/core/audit/audit.ts";
import { announceSource, type Year } from "@yigong/core/award/source.ts";
import type { ByAt } from "@yigong/core/permission/actor.ts";
import type { AwardDeps } from "./award-stores.ts";

/** Announces from where a year's draw takes its chance. @throws `award.frozen`, `award.value_entered`, `award.value_known` */
export const announceDraw =
  (deps: Pick<AwardDeps, "awards" | "newId">) =>
  (year: number, source: { source: string; knownFrom: string }, by: ByAt): Promise<Year> =>
    deps.awards.changeYear(year, (before) => ({
      item: announceSource(before, { ...source, by: by.actorId, at: by.at }),
      audit: [
        entryOf(deps.newId, {
          subjectId: `award-${year}`,
          at: by.at,
          action: "award.announceDraw",
          by,
          detail: source,
        }),
      ],
    }));
