import { scoreCovers } from "@yigong/core/points/rules.ts";
import { chunksOf } from "../lib/parallel.ts";
import type { Scorer } from "../manifest/scorer.ts";
import type { CoverWork } from "./arrange-covers.ts";

const TOLD_AT_ONCE = 100;

/** Scores who covered somebody's shift for an activity. @source docs/domain.md I2 */
export const coverScorer = ({ covered }: Pick<CoverWork, "covered">): Scorer => ({
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
