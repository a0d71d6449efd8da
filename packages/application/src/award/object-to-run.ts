import { Id, type Info, object } from "@yigong/core/award/objection.ts";
import * as Run from "@yigong/core/award/run.ts";
import type { ByAt } from "@yigong/core/permission/actor.ts";
import { committee, tell } from "./award-effects.ts";
import type { AwardDeps } from "./award-stores.ts";

/** Takes an objection within the window; the committee is told. @throws `award.not_noticed`, `award.objections_full` */
export const objectToRun =
  (deps: AwardDeps) =>
  async (key: Run.Key, text: string, by: ByAt): Promise<Info> => {
    const { year, run } = key;
    const { at } = by;
    const objection = { id: Id.parse(deps.newId("obj")), year, run, by: by.actorId, at, text, status: "open" as const };
    await deps.awards.change(key, at, (row) => {
      const untilAt = Run.noticeUntil(row) ?? at;
      const told = { row: key, template: "award.objected" as const, to: committee, at, cause: objection.id };
      return { item: object(row, objection), objection, effects: [tell(told, { untilAt })] };
    });
    deps.wake();
    return objection;
  };
