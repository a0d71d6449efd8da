import type { Forms } from "@yigong/core/form/form.store.ts";
import type { Satisfaction } from "@yigong/core/satisfaction/index.ts";
import type { Satisfactions } from "@yigong/core/satisfaction/satisfaction.store.ts";
import {
  planSatisfaction,
  readSatisfactionRows,
  SATISFACTION_COLUMNS,
} from "@yigong/core/satisfaction/satisfaction-entry.ts";
import type { Step } from "@yigong/core/staging/head.ts";
import { type ImporterOf, importer } from "../manifest/importer.ts";
import { changedSince } from "../roster/refuse-undo.ts";

export interface SatisfactionImportDeps {
  satisfactions: Satisfactions;
  forms: Pick<Forms, "ofKind">;
}

type Year = Satisfaction.Info;

/** The steps back. @throws `roster.changed_since` when a year was corrected since */
async function backwards(
  satisfactions: Pick<Satisfactions, "all">,
  done: readonly Step<Year>[],
): Promise<Step<Year>[]> {
  const now = new Map((await satisfactions.all()).map((one) => [one.year, one]));
  const moved = done.flatMap(({ after }) =>
    after && JSON.stringify(now.get(after.year)) !== JSON.stringify(after) ? [after] : [],
  );
  const [first] = moved;
  if (first) throw changedSince([String(first.year)]);
  return done.map((step) => ({ before: step.after, after: step.before }));
}

/** Imports yearly indexes: adds and changes them, and takes none away. @source docs/domain.md W6 */
export function satisfactionImporter({ satisfactions, forms }: SatisfactionImportDeps) {
  const one: ImporterOf<Satisfaction.Stated, Year> = {
    kind: "satisfaction",
    permission: "satisfaction.import",
    columns: SATISFACTION_COLUMNS,
    async read(rows) {
      const asked = await forms.ofKind("satisfaction");
      const years = asked.flatMap(({ aboutId, calledOff }) => (calledOff ? [] : [Number(aboutId)]));
      return readSatisfactionRows(rows, { years: new Set(years) });
    },
    async plan(read, at) {
      const stored = await satisfactions.all();
      const plan = planSatisfaction(read, { stored, by: "import", at });
      return { ...plan, units: { newUnits: [], posts: [], heads: [] }, basis: stored };
    },
    stage: satisfactions.stage,
    settle: satisfactions.settle,
    abandon: satisfactions.abandon,
    undo: (done) => backwards(satisfactions, done),
  };
  return importer(one);
}
