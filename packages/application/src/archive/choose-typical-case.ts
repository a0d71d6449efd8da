import type { Archives } from "@yigong/core/archive/archive.store.ts";
import { Typical } from "@yigong/core/archive/index.ts";
import type { TypicalCases } from "@yigong/core/archive/typical.store.ts";
import { entryOf } from "@yigong/core/audit/audit.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import type { By } from "@yigong/core/permission/actor.ts";

export interface TypicalDeps {
  archives: Pick<Archives, "get">;
  typicalCases: TypicalCases;
  newId: NewId;
}

interface Choosing {
  by: By;
  /** ISO-8601 UTC. */
  at: string;
  /** Why it is chosen, or taken back. */
  reason: string;
}

/** Chooses an activity as a typical case. @throws `typical.not_filed`, `typical.chosen`, `typical.too_often` @source docs/domain.md S7 */
export const chooseTypicalCase =
  ({ archives, typicalCases, newId }: TypicalDeps) =>
  async (activityId: string, { by, at, reason }: Choosing): Promise<Typical.Info> => {
    const archive = await archives.get(activityId);
    const entry = entryOf(newId, { subjectId: activityId, at, action: "typical.choose", by, reason });
    return typicalCases.change(activityId, (before) => ({
      item: Typical.choose(before, { archive, why: reason, at, by }),
      audit: [entry],
    }));
  };

/** Takes a choice back; it stays on record. @throws `typical.none` */
export const takeBackTypicalCase =
  ({ typicalCases, newId }: Omit<TypicalDeps, "archives">) =>
  (activityId: string, { by, at, reason }: Choosing): Promise<Typical.Info> => {
    const entry = entryOf(newId, { subjectId: activityId, at, action: "typical.takeBack", by, reason });
    return typicalCases.change(activityId, (before) => ({
      item: Typical.takeBack(before, { reason, at, by }),
      audit: [entry],
    }));
  };
