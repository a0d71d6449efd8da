import { announceSource, enterValue, type Year } from "@yigong/core/award/source.ts";
import type { AwardDeps } from "./award-stores.ts";
import type { By } from "./decide-run.ts";

type Deps = Pick<AwardDeps, "awards" | "newId">;

const entryOf = ({ newId }: Deps, year: number, action: string, by: By, detail: Record<string, unknown>) => ({
  subjectId: `award-${year}`,
  id: newId("aud"),
  action,
  detail,
  ...by,
});

/** Announces from where a year's draw takes its chance. @throws `award.frozen`, `award.value_entered`, `award.value_known` */
export const announceDraw =
  (deps: Deps) =>
  (year: number, source: { source: string; knownFrom: string }, by: By): Promise<Year> =>
    deps.awards.changeYear(year, (before) => ({
      item: announceSource(before, { ...source, by: by.actorId, at: by.at }),
      audit: [entryOf(deps, year, "award.announceDraw", by, source)],
    }));

/** Enters what the source said. @throws `award.frozen`, `award.no_source`, `award.value_unknown`, `award.value_entered` */
export const enterDraw =
  (deps: Deps) =>
  (year: number, value: string, by: By): Promise<Year> =>
    deps.awards.changeYear(year, (before) => ({
      item: enterValue(before, { value, by: by.actorId, at: by.at }),
      audit: [entryOf(deps, year, "award.enterDraw", by, { value })],
    }));
