import { BASE_STYLE, pageHeaders } from "@yigong/stepfunctions/pages";

/** Shared with the executions' pages of the same server. */
export const STYLE = BASE_STYLE;

/** Messages may contain single-use links: nothing may be cached, framed or sent as referrer. */
export const HEADERS = pageHeaders(STYLE);
