/** How somebody did; `open`: they attended, and nothing is tested. */
export const OUTCOMES = ["passed", "failed", "open"] as const;
