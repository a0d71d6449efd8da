import { chunksOf } from "@yigong/core/lib/parallel.ts";
import { scoreCovers } from "@yigong/core/points/rules.ts";
import type { Scorer } from "../manifest/scorer.ts";
import type { listDoneCovers } from "./list-done-covers.ts";

const TOLD_AT_ONCE = 100;

/** Scores who covered somebody's shift for an activity. @source docs/domain.md I2 */
export const coverScorer = (covered: ReturnType<typeof listDoneCovers>): Scorer => ({
  prefix: "act",
  kind: "cover",
  template: "points.coverPosted",
  async score({ id }, rules) {
    const needs = Map.groupBy(await covered(id), ({ memberId }) => memberId);
    return [...needs].map(([memberId, own]) => ({
      memberId,
      lines: scoreCovers(own.length, rules),
      evidence: own.map(({ needId }) => `need#${needId}`),
    }));
  },
  tell: ({ id, title }, causes, at) =>
    chunksOf(
      causes.map(({ memberId }) => memberId),
      TOLD_AT_ONCE,
    ).map((memberIds, part) => ({
      kind: "message.send",
      id: `message.send#points.coverPosted#${id}.${part}`,
      template: "points.coverPosted",
      params: { title },
      to: { kind: "members", memberIds },
      dueAt: at,
      activityId: id,
    })),
});
