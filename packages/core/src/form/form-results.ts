import { type Bin, binsOf, countsOf, FEWEST } from "../lib/few.ts";
import { decimalOf, meanOf, minus, type Ratio, signed } from "../lib/ratio.ts";
import { shareOf } from "../survey/results.ts";
import type * as Form from "./form.ts";
import { HIGHEST, LOWEST, QUESTIONS } from "./questions.ts";

/** One question: the mean to 0.01, and how many answered what; neighbouring steps of fewer than five are taken together. */
export interface ItemResult {
  mean: string;
  bins: Bin[];
}

/** What may be seen of a form's answers; of fewer than five nothing but how many were asked. */
export interface FormResults {
  asked: number;
  /** How many answered, and the share of those who were asked. */
  answered?: { n: number; percent: string };
  items?: ItemResult[];
  comments?: string[];
}

type Given = Pick<Form.Given, "items" | "comment">;

export const valuesOf = (answers: readonly Given[], item: number): number[] =>
  answers.flatMap(({ items }) => items[item] ?? []);

const itemsOf = (kind: Form.Kind): number[] => Array.from({ length: QUESTIONS[kind] }, (_, at) => at);

/** What may be seen of the answers to one form. @source docs/domain.md PIPL */
export function resultsOf({ kind, asked }: Pick<Form.Info, "kind" | "asked">, answers: readonly Given[]): FormResults {
  const n = answers.length;
  if (n < FEWEST) return { asked };
  const items = itemsOf(kind).map((item) => {
    const values = valuesOf(answers, item);
    return {
      mean: decimalOf(meanOf(values), 2),
      bins: binsOf(countsOf(values, { lowest: LOWEST, highest: HIGHEST }), LOWEST),
    };
  });
  const comments = answers.flatMap(({ comment }) => comment ?? []).sort();
  return { asked, answered: { n, percent: shareOf(n, Math.max(asked, n)).percent }, items, comments };
}

/** A form with its answers. */
export interface Asked {
  form: Pick<Form.Info, "id" | "kind" | "title" | "asked" | "moment">;
  answers: readonly Given[];
}

/**
 * Forms of one kind beside each other, such as those of the classes of a programme, with all of them taken together. One of
 * fewer than five answers is in no sum either: so nothing follows from two sums, whichever forms they are of.
 */
export function besideEachOther(forms: readonly Asked[]): {
  total: FormResults;
  forms: (FormResults & { id: string })[];
} {
  const counted = forms.filter(({ answers }) => answers.length >= FEWEST);
  const asked = counted.reduce((sum, { form }) => sum + form.asked, 0);
  const [first] = counted;
  const total: FormResults = first
    ? resultsOf(
        { kind: first.form.kind, asked },
        counted.flatMap(({ answers }) => answers),
      )
    : { asked: forms.reduce((sum, { form }) => sum + form.asked, 0) };
  return { total, forms: forms.map(({ form, answers }) => ({ id: form.id, ...resultsOf(form, answers) })) };
}

/** How a group answered before and after: the same questions, and two groups of people, never pairs. */
export interface GroupChange {
  before: FormResults;
  after: FormResults;
  /** By question, then of all questions: how much the mean moved, to 0.01; without five answers on both sides nothing. */
  changes?: string[];
  overall?: { before: string; after: string; change: string };
}

export function groupChange(before: Asked, after: Asked): GroupChange {
  const [was, is] = [resultsOf(before.form, before.answers), resultsOf(after.form, after.answers)];
  if (!was.items || !is.items) return { before: was, after: is };
  const mean = ({ answers }: Asked, item?: number): Ratio =>
    meanOf(item === undefined ? answers.flatMap(({ items }) => items) : valuesOf(answers, item));
  const change = (item?: number) => signed(decimalOf(minus(mean(after, item), mean(before, item)), 2));
  return {
    before: was,
    after: is,
    changes: itemsOf(before.form.kind).map((item) => change(item)),
    overall: { before: decimalOf(mean(before), 2), after: decimalOf(mean(after), 2), change: change() },
  };
}
