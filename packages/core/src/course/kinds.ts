/** 内培, 外培, 拓展. @source docs/domain.md T1 */
export const KINDS = ["internal", "external", "outward"] as const;

/** What an outward-bound is for, beside cohesion, which each of them is for. @source docs/domain.md T5 */
export const AIMS = ["knowledge", "etiquette", "skill"] as const;

/** Who is taught decides which figure an attendance feeds: volunteers T6, employees W1. @source docs/domain.md T6, W1 */
export const AUDIENCES = ["volunteers", "employees"] as const;
