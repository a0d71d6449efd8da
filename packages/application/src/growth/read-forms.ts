import type { Forms } from "@yigong/core/form/form.store.ts";
import {
  type Asked,
  besideEachOther,
  type FormResults,
  type GroupChange,
  groupChange,
} from "@yigong/core/form/form-results.ts";
import type { Form } from "@yigong/core/form/index.ts";
import { mapInParallel } from "@yigong/core/lib/parallel.ts";

/** What people said, without names: of single classes, and as a group. */
export interface Levels {
  reaction: {
    total: FormResults;
    forms: (FormResults & { id: string; title: string; closesAt: string; isOpen: boolean })[];
  };
  cohesion: { before?: Form.Info; after?: Form.Info; change?: GroupChange };
}

const IN_FLIGHT = 8;

export interface ReadForm {
  form: Form.Info;
  isOpen: boolean;
  answers: Asked["answers"];
}

/** The forms about some programmes and classes; of those that still run no answer is read. */
export async function formsAbout(
  deps: { forms: Pick<Forms, "about" | "answers"> },
  ids: readonly string[],
  at: string,
): Promise<ReadForm[]> {
  const about = await mapInParallel(ids, IN_FLIGHT, (one) => deps.forms.about(one));
  const forms = about.flat().filter(({ calledOff }) => !calledOff);
  return mapInParallel(forms, IN_FLIGHT, async (form) => {
    const isOpen = at < form.closesAt;
    return { form, isOpen, answers: isOpen ? [] : await deps.forms.answers(form.id) };
  });
}

export function reactionOf(read: readonly ReadForm[]): Levels["reaction"] {
  const forms = read.filter(({ form }) => form.kind === "reaction");
  const { total, forms: each } = besideEachOther(forms.filter(({ isOpen }) => !isOpen));
  const byId = new Map(each.map((one) => [one.id, one]));
  const shown = forms.map(({ form: { id, title, closesAt, asked }, isOpen }) => ({
    ...{ id, title, closesAt, isOpen, asked },
    ...byId.get(id),
  }));
  return { total, forms: shown };
}

export function cohesionOf(read: readonly ReadForm[]): Levels["cohesion"] {
  const of = (moment: "before" | "after") =>
    read.find(({ form }) => form.kind === "cohesion" && form.moment === moment);
  const [before, after] = [of("before"), of("after")];
  return {
    ...(before && { before: before.form }),
    ...(after && { after: after.form }),
    ...(before && after && !before.isOpen && !after.isOpen && { change: groupChange(before, after) }),
  };
}
