import type { ReadProposal } from "./api/routes.ts";

export const STANCES = ["for", "conditions", "against"] as const;
export type Stance = (typeof STANCES)[number];

/** Whom the alliance asked and who has not advised on the plan as it stands. */
export const silentOf = ({ state, asked = [], advice = [], submittedAt }: ReadProposal): string[] =>
  state !== "submitted"
    ? []
    : asked.flatMap(({ memberId }) =>
        advice.some(({ by, at }) => by === memberId && at >= submittedAt) ? [] : [memberId],
      );
