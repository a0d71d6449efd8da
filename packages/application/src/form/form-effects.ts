import { endOf, startOf, type Info as TrainingClass } from "@yigong/core/class/class.ts";
import type { Effect, EffectOf } from "@yigong/core/outbox/outbox.ts";
import { dueOf } from "./open-due-form.ts";

/**
 * The forms that a class opens by itself: about the class once it is over, and of an outward-bound the group questions a
 * week before and two weeks after.
 *
 * @source docs/domain.md T5, F3
 */
export function formsOfClass(one: TrainingClass, { at, zone }: { at: string; zone: string }): Effect[] {
  const span = { startsAt: startOf(one), endsAt: endOf(one) };
  const open = (what: EffectOf<"form.open">["what"]): Effect => {
    const due = dueOf(span, what, zone);
    return {
      ...{ kind: "form.open", id: `form.open#${one.id}#${what}#${due}`, dueAt: due > at ? due : at },
      ...{ aboutId: one.id, what },
    };
  };
  if (span.endsAt <= at) return [];
  return [open("reaction"), ...(one.course.kind === "outward" ? [open("before")] : [])];
}
