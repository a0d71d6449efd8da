import { entryOf } from "@yigong/core/audit/audit.ts";
import { formRefusal } from "@yigong/core/form/form.refusals.ts";
import type { Forms } from "@yigong/core/form/form.store.ts";
import { Form } from "@yigong/core/form/index.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import type { Wake } from "../ports/wake.ts";

export interface OpenFormDeps {
  forms: Forms;
  newId: NewId;
  wake: Wake;
}

interface Acting {
  by: By;
  /** ISO-8601 UTC. */
  at: string;
}

/** What a form is opened with, beside its id where there is one of its kind. */
export type Opening = Omit<Form.Info, "id" | "asked" | "createdAt" | "createdBy" | "calledOff" | "version"> & {
  id?: Form.Id | undefined;
  asked?: number;
};

/**
 * Opens a form: it asks when it opens and reminds once, by rows of the outbox that are judged when they are sent.
 *
 * Without an id there is one such form about the same thing, and a further one only after that was called off.
 *
 * @param also - what else is to follow
 * @throws `form.nobody`, `form.known`, `form.times_wrong`
 */
export const openForm =
  ({ forms, newId, wake }: OpenFormDeps) =>
  async (opening: Opening, { by, at }: Acting, also: readonly Effect[] = []): Promise<Form.Info> => {
    const asked = opening.asked ?? new Set(opening.memberIds).size;
    if (asked < 1) throw formRefusal("form.nobody");
    const id = opening.id ?? (await onlyId(forms, opening));
    const form = Form.open({ ...opening, id, asked }, { by: by.actorId, at });
    const detail = { kind: form.kind, form: id, ...(form.moment && { moment: form.moment }) };
    const audit = [entryOf(newId, { subjectId: form.aboutId, at, action: "form.open", by, detail })];
    const opened = await forms.open(form, { audit, effects: [...askingOf(form), ...also] });
    if (opening.id === undefined && opened.createdAt !== at) throw formRefusal("form.known");
    wake();
    return opened;
  };

/** The id of the one form of its kind; see {@link Form.idFor}. Read consistently, turn by turn. @throws `form.known` */
async function onlyId(forms: Pick<Forms, "find">, { kind, aboutId, moment }: Opening): Promise<Form.Id> {
  for (let turn = 0; ; turn += 1) {
    const id = Form.idFor(kind, { aboutId, turn, ...(moment && { moment }) });
    const held = await forms.find(id);
    if (!held) return id;
    if (!held.calledOff) throw formRefusal("form.known");
  }
}

const askingOf = (form: Form.Info): Effect[] => [
  { kind: "form.ask", id: `form.ask#${form.id}#first`, dueAt: form.opensAt, formId: form.id, round: "first" },
  {
    kind: "form.ask",
    id: `form.ask#${form.id}#reminder`,
    dueAt: Form.remindAt(form),
    formId: form.id,
    round: "reminder",
  },
];

/** Calls a form off. @throws `form.missing`, those of `Form.callOff` */
export const callOffForm =
  ({ forms, newId }: Pick<OpenFormDeps, "forms" | "newId">) =>
  async (formId: string, { by, at, reason }: Acting & { reason: string }): Promise<void> => {
    await forms.change(formId, at, (held) => ({
      item: Form.callOff(held, { by: by.actorId, at, reason }),
      audit: [
        entryOf(newId, { subjectId: held.aboutId, at, action: "form.callOff", by, reason, detail: { form: formId } }),
      ],
    }));
  };
