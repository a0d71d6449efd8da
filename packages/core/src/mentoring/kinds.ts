/** Who helps whom, and by what they were matched. @source docs/domain.md W2–W5 */
export const KINDS = ["performer", "sales", "partyToMasses", "hardship"] as const;
/** Those that are matched by a ranking. */
export const RANKED = ["performer", "sales"] as const;
