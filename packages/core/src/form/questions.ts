/** What a form is for. */
export const KINDS = ["reaction", "cohesion", "satisfaction"] as const;

/** Before or after what it is about; a form that is asked once has none. */
export const MOMENTS = ["before", "after"] as const;

/** How many questions each kind has, each from 1 (not at all) to 5 (very much); the words are `form.question.<kind>.<number>`. */
export const QUESTIONS = { reaction: 3, cohesion: 4, satisfaction: 10 } as const;

/** The version of all questions; answers keep it, so that a later set never mixes with this one. */
export const QUESTION_SET = 1;

export const LOWEST = 1;
export const HIGHEST = 5;

/** How many characters the free word may have. */
export const COMMENT_LENGTH = 1000;
