import { BASE_STYLE, pageHeaders } from "@yigong/stepfunctions/pages";

/** The look of the executions' pages, so that both pages of a machine look alike. */
export const STYLE = BASE_STYLE;

/** Strict, because messages may hold links that are good for one answer. */
export const HEADERS = pageHeaders(STYLE);
