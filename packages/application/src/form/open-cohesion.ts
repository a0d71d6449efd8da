import { formRefusal } from "@yigong/core/form/form.refusals.ts";
import type { Form } from "@yigong/core/form/index.ts";
import { plusDays } from "@yigong/core/lib/time.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import { type OpenFormDeps, openForm } from "./open-form.ts";

/** An outward-bound, or another programme, whose group is asked. */
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

export const askedAfterAt = (endsAt: string, zone: string): string => plusDays(endsAt, AFTER_DAYS, zone);

interface Acting {
  by: By;
  /** ISO-8601 UTC. */
  at: string;
}

/**
 * Asks those who take part the four group questions until it begins; a row of the outbox asks again two weeks after.
 *
 * @throws `form.too_late` once it has begun, those of `openForm`
 */
export const openBefore =
  (deps: OpenFormDeps & { zone: string }) =>
  async ({ startsAt, endsAt, ...group }: GroupAsked, act: Acting): Promise<Form.Info> => {
    if (act.at >= startsAt) throw formRefusal("form.too_late", { startsAt });
    const { aboutId } = group;
    const dueAt = askedAfterAt(endsAt, deps.zone);
    const after = {
      kind: "form.open" as const,
      id: `form.open#${aboutId}#after`,
      dueAt,
      aboutId,
      what: "after" as const,
    };
    const opening = { kind: "cohesion" as const, moment: "before" as const, ...group };
    return openForm(deps)({ ...opening, opensAt: act.at, closesAt: startsAt }, act, [after]);
  };

/** Asks those who took part again. @throws those of `openForm` */
export const openAfter =
  (deps: OpenFormDeps & { zone: string }) =>
  async ({ startsAt: _, endsAt, ...group }: GroupAsked, act: Acting): Promise<Form.Info> => {
    const opensAt = askedAfterAt(endsAt, deps.zone);
    const closesAt = plusDays(opensAt > act.at ? opensAt : act.at, OPEN_DAYS, deps.zone);
    return openForm(deps)({ kind: "cohesion", moment: "after", ...group, opensAt, closesAt }, act);
  };
