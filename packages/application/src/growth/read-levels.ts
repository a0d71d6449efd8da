import type { Forms } from "@yigong/core/form/form.store.ts";
import type { Programmes } from "@yigong/core/growth/growth.store.ts";
import { Programme } from "@yigong/core/growth/index.ts";
import { type Learning, learningOf } from "@yigong/core/growth/learning.ts";
import { type BehaviourShown, behaviourOf, matrixOf, type SkillChange } from "@yigong/core/growth/matrix.ts";
import { changeAgainstOthers, resultAgainstOthers } from "@yigong/core/growth/start-band.ts";
import { mapInParallel } from "@yigong/core/lib/parallel.ts";
import type { Comparison } from "@yigong/core/performance/comparison.ts";
import type { Performances } from "@yigong/core/performance/performance.store.ts";
import type { Results } from "@yigong/core/result/result.store.ts";
import { cohesionOf, formsAbout, reactionOf, type Levels as Said } from "./read-forms.ts";

export interface LevelsDeps {
  programmes: Pick<Programmes, "ratings" | "behaviours">;
  forms: Pick<Forms, "about" | "answers">;
  results: Pick<Results, "of">;
  performances: Pick<Performances, "of">;
  zone: string;
}

/** Something that is shown once nothing of it changes any more; until then only when that will be. */
export type Later<Shown> = { shownFrom: string } & ({ isOpen: true } | ({ isOpen: false } & Shown));

/** How a programme did on each of the four levels, and its skills and group. @source docs/domain.md F3 */
export interface Levels extends Said {
  skills: Later<{ changes: SkillChange[] }>;
  learning: Learning;
  behaviour: Later<BehaviourShown>;
  results?: { programme: string; period: string; change: Comparison; level: Comparison } | undefined;
}

const IN_FLIGHT = 8;

/** Reads the levels. What is under way is not shown, since two looks at it would tell what one person said between them. */
export const readLevels =
  (deps: LevelsDeps) =>
  async (programme: Programme.Info, at: string): Promise<Levels> => {
    const { after, behaviour } = Programme.windowsOf(programme, deps.zone);
    const [ratings, marks, forms, learning, results] = await Promise.all([
      deps.programmes.ratings(programme.id),
      deps.programmes.behaviours(programme.id),
      formsAbout(deps, [programme.id, ...programme.classIds], at),
      learnt(deps, programme),
      comparedOf(deps, programme),
    ]);
    return {
      skills: later(after.until, at, () => ({ changes: matrixOf(programme, ratings) })),
      reaction: reactionOf(forms),
      cohesion: cohesionOf(forms),
      learning,
      behaviour: later(behaviour.markedUntil, at, () => behaviourOf(programme, marks)),
      results,
    };
  };

const later = <Shown>(shownFrom: string, at: string, shown: () => Shown): Later<Shown> =>
  at < shownFrom ? { shownFrom, isOpen: true } : { shownFrom, isOpen: false, ...shown() };

async function learnt({ results }: LevelsDeps, { classIds, memberIds }: Programme.Info): Promise<Learning> {
  const all = await mapInParallel(classIds, IN_FLIGHT, (classId) => results.of(classId));
  return learningOf(all.flat(), memberIds);
}

async function comparedOf({ performances }: LevelsDeps, { performance, memberIds }: Programme.Info) {
  if (!performance) return undefined;
  const results = await performances.of(performance);
  return {
    ...performance,
    change: changeAgainstOthers(results, memberIds),
    level: resultAgainstOthers(results, memberIds),
  };
}
