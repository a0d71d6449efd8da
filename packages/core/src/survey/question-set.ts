/** The version of the question set; answers keep it, so that a later set never mixes with this one. */
export const QUESTION_SET = 1;

/** How many characters a comment may have, in code points; a form field counts some of them twice, so it lets in no more. */
export const COMMENT_LENGTH = 1000;
