import { awardRefusal } from "@yigong/core/award/award.refusals.ts";
import { Id, type Info, object } from "@yigong/core/award/objection.ts";
import * as Run from "@yigong/core/award/run.ts";
import type { ByAt } from "@yigong/core/permission/actor.ts";
import { committee, tell } from "./award-effects.ts";
import type { AwardDeps } from "./award-stores.ts";

/** Refuses an objection that the same person has raised in the same words. @throws `award.objected_already` */
async function requireNew({ awards }: AwardDeps, key: Run.Key, { by, text }: { by: string; text: string }) {
  let cursor: string | undefined;
  do {
    const page = await awards.objections(key, { limit: 100, cursor });
    if (page.items.some((one) => one.by === by && one.text === text)) throw awardRefusal("award.objected_already");
    cursor = page.cursor;
  } while (cursor);
}

/** Takes an objection within the window; the committee is told. @throws `award.not_noticed`, `award.objections_full`, `award.objected_already` */
export const objectToRun =
  (deps: AwardDeps) =>
  async (key: Run.Key, text: string, by: ByAt): Promise<Info> => {
    const { year, run } = key;
    const { at } = by;
    const objection = { id: Id.parse(deps.newId("obj")), year, run, by: by.actorId, at, text, status: "open" as const };
    await requireNew(deps, key, objection);
    await deps.awards.change(key, at, (row) => {
      const untilAt = Run.noticeUntil(row) ?? at;
      const told = { row: key, template: "award.objected" as const, to: committee, at, cause: objection.id };
      return { item: object(row, objection), objection, effects: [tell(told, { untilAt })] };
    });
    deps.wake();
    return objection;
  };
