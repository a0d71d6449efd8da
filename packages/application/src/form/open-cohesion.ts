import { formRefusal } from "@yigong/core/form/form.refusals.ts";
import type { Form } from "@yigong/core/form/index.ts";
import { plusDays } from "@yigong/core/lib/time.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import { type OpenFormDeps, openForm } from "./open-form.ts";

/** An outward-bound whose group is asked: a programme or a class. */
export interface GroupAsked {
  aboutId: string;
  title: string;
  ownerIds: string[];
  memberIds: string[];
  /** ISO-8601 UTC. */
  startsAt: string;
  endsAt: string;
}

/** The group is asked again two weeks after, and for two weeks. @source docs/domain.md T5 */
const AFTER_DAYS = 14;
const OPEN_DAYS = 14;

/**
 * Asks those who take part the four group questions: from now until it begins, and two weeks after it ended.
 *
 * @throws `form.too_late` once it has begun, those of `openForm`
 */
export const openCohesion =
  (deps: OpenFormDeps & { zone: string }) =>
  async ({ startsAt, endsAt, ...group }: GroupAsked, act: { by: By; at: string }): Promise<Form.Info[]> => {
    if (act.at >= startsAt) throw formRefusal("form.too_late", { startsAt });
    const opensAt = plusDays(endsAt, AFTER_DAYS, deps.zone);
    const open = openForm(deps);
    const opening = { kind: "cohesion" as const, ...group };
    return [
      await open({ ...opening, moment: "before", opensAt: act.at, closesAt: startsAt }, act),
      await open({ ...opening, moment: "after", opensAt, closesAt: plusDays(opensAt, OPEN_DAYS, deps.zone) }, act),
    ];
  };
