import { entryOf } from "@yigong/core/audit/audit.ts";
import { withdraw } from "@yigong/core/award/move.ts";
import * as Run from "@yigong/core/award/run.ts";
import type { ByAt } from "@yigong/core/permission/actor.ts";
import { alliance, committee, next, nudge, tell } from "./award-effects.ts";
import type { AwardDeps } from "./award-stores.ts";

/** Takes a run back before it is published; the next one begins by itself. @throws `award.not_waiting` */
export const withdrawRun =
  (deps: AwardDeps) =>
  async (key: Run.Key, reason: string, by: ByAt): Promise<Run.Info> => {
    const { at } = by;
    const after = await deps.awards.change(key, at, (row) => ({
      item: withdraw(row, { by: by.actorId, reason, at }),
      effects: [
        nudge(row, at),
        next(key, "correction", at),
        ...[committee, alliance].map((to) =>
          tell(
            { row: key, template: "award.withdrawn", to, at, cause: to.kind === "role" ? to.role : "1" },
            { reason },
          ),
        ),
      ],
      audit: [entryOf(deps.newId, { subjectId: Run.idOf(key), at: by.at, action: "award.withdraw", by, reason })],
    }));
    deps.wake();
    return after;
  };
