/** The version of the question set; answers keep it, so that a later set never mixes with this one. */
export const QUESTION_SET = 1;

/** How long a comment may be, in UTF-16 units, as a form field counts. */
export const COMMENT_LENGTH = 1000;
