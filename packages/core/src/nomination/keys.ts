/** By what candidates are ordered, the first that differs decides. @source docs/domain.md T4 */
export const RANK_KEYS = ["requirements", "score", "volunteer", "external", "certificate", "draw"] as const;
export type RankKey = (typeof RANK_KEYS)[number];
