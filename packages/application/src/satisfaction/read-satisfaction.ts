import type { Forms } from "@yigong/core/form/form.store.ts";
import type { Form } from "@yigong/core/form/index.ts";
import { mapInParallel } from "@yigong/core/lib/parallel.ts";
import type { Satisfaction } from "@yigong/core/satisfaction/index.ts";
import type { Satisfactions } from "@yigong/core/satisfaction/satisfaction.store.ts";
import { type SurveyIndex, surveyIndexOf } from "@yigong/core/satisfaction/survey-index.ts";
import { type YearChange, yearsOf } from "@yigong/core/satisfaction/years.ts";

export interface ReadSatisfactionDeps {
  satisfactions: Pick<Satisfactions, "all">;
  forms: Pick<Forms, "ofKind" | "answers">;
}

/** Our own survey of a year: while it runs nothing of the answers, afterwards what may be seen of them. */
export type Survey = { year: number; form: Form.Info } & ({ isOpen: true } | ({ isOpen: false } & SurveyIndex));

export interface SatisfactionRead {
  years: YearChange[];
  stated: Satisfaction.Info[];
  surveys: Survey[];
}

const IN_FLIGHT = 4;

/** Every year that is known, from records only: what somebody stated, and what employees answered. @source docs/domain.md W6 */
export const readSatisfaction =
  ({ satisfactions, forms }: ReadSatisfactionDeps) =>
  async (at: string): Promise<SatisfactionRead> => {
    const [stated, opened] = await Promise.all([satisfactions.all(), forms.ofKind("satisfaction")]);
    const surveys = await mapInParallel(
      opened.filter(({ calledOff }) => !calledOff),
      IN_FLIGHT,
      async (form): Promise<Survey> => {
        const base = { year: Number(form.aboutId), form };
        if (at < form.closesAt) return { ...base, isOpen: true };
        return { ...base, isOpen: false, ...surveyIndexOf(form, await forms.answers(form.id)) };
      },
    );
    const asked = surveys.flatMap((one) =>
      one.isOpen || one.index === undefined ? [] : [{ year: one.year, index: one.index, from: "survey" as const }],
    );
    const years = yearsOf([...stated.map(({ year, index, from }) => ({ year, index, from })), ...asked]);
    return { years, stated: stated.toReversed(), surveys: surveys.sort((a, b) => b.year - a.year) };
  };
