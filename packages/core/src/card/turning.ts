import type { EffectOf } from "../outbox/outbox.ts";
import type { Question } from "./card.ts";

/**
 * Has the cards about a subject show what became of it.
 *
 * @param cause - what moved, such as a status with the number of the request: each move is one effect
 * @param at - ISO-8601 UTC
 */
export const turning = (
  { activityId, subjectId }: Pick<Question, "activityId" | "subjectId">,
  cause: string,
  at: string,
): EffectOf<"card.turn"> => ({
  kind: "card.turn",
  id: `card.turn#${activityId}.${subjectId}#${cause}`,
  dueAt: at,
  activityId,
  subjectId,
});
