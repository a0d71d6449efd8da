/** 不会, 了解, 能做, 熟练, 能教: 0 to 4. @source docs/domain.md F3 */
export const LEVELS = [0, 1, 2, 3, 4] as const;

/** Who says how far somebody is with a skill. */
export const RATERS = ["self", "trainer"] as const;

export const PHASES = ["before", "after"] as const;

/** A lead's mark of what somebody does differently, 1 to 5. */
export const MARKS = [1, 2, 3, 4, 5] as const;

/** How many days "before" is asked from the first day on, and "after" from the last day on. */
export const RATING_DAYS = 14;

/** In how many months after a programme leads look at what people do differently. */
export const BEHAVIOUR_MONTHS = 3;
