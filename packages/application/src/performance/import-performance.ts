import type { Members } from "@yigong/core/member/member.store.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";
import { Performance } from "@yigong/core/performance/index.ts";
import type { Performances } from "@yigong/core/performance/performance.store.ts";
import {
  PERFORMANCE_COLUMNS,
  type ReadPerformance,
  readPerformanceRows,
} from "@yigong/core/performance/performance-entry.ts";
import { planPerformance } from "@yigong/core/performance/performance-plan.ts";
import type { Step } from "@yigong/core/staging/head.ts";
import { type ImporterOf, importer } from "../manifest/importer.ts";
import { changedSince } from "../roster/refuse-undo.ts";

export interface PerformanceImportDeps {
  members: Pick<Members, "all">;
  units: Pick<Units, "all">;
  performances: Performances;
}

type Result = Performance.Info;

/** The stored results of the programmes and periods that some results name. */
async function storedOf(performances: Pick<Performances, "of">, results: readonly Result[]): Promise<Result[]> {
  const sets = new Map(results.map(({ programme, period }) => [`${period} ${programme}`, { programme, period }]));
  return (await Promise.all([...sets.values()].map(performances.of))).flat();
}

const entriesOf = (read: readonly ReadPerformance[]): Result[] => read.flatMap(({ entry }) => entry ?? []);

/** The steps back. @throws `roster.changed_since` when results were imported anew since */
async function backwards({ performances }: PerformanceImportDeps, done: readonly Step<Result>[]) {
  const after = done.flatMap((step) => step.after ?? []);
  const now = new Map((await storedOf(performances, after)).map((one) => [Performance.keyOf(one), one]));
  const moved = after.filter((one) => JSON.stringify(now.get(Performance.keyOf(one))) !== JSON.stringify(one));
  const [first] = moved;
  if (first) throw changedSince([`${first.programme} ${first.period}`]);
  return done.map((step) => ({ before: step.after, after: step.before }));
}

/** Imports results of the company's programmes: adds and changes them, and takes none away. @source docs/domain.md T7 */
export function performanceImporter(deps: PerformanceImportDeps) {
  const { members, units, performances } = deps;
  const known = async () => {
    const [people, posts] = await Promise.all([members.all(), units.all("post")]);
    return { members: people, posts };
  };
  const one: ImporterOf<Result, Result> = {
    kind: "performance",
    permission: "performance.import",
    columns: PERFORMANCE_COLUMNS,
    read: async (rows, { numbersAsWritten }) => readPerformanceRows(rows, { ...(await known()), numbersAsWritten }),
    async plan(read) {
      const [stored, posts] = await Promise.all([storedOf(performances, entriesOf(read)), units.all("post")]);
      const plan = planPerformance(read, { stored, posts });
      return { ...plan, units: { newUnits: [], posts: [], heads: [] }, basis: stored };
    },
    stage: performances.stage,
    settle: performances.settle,
    abandon: performances.abandon,
    undo: (done) => backwards(deps, done),
  };
  return importer(one);
}
