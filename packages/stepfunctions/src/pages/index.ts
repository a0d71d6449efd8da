export { BASE_STYLE, pageHeaders } from "./base-style.ts";
export { type ExecutionPages, executionRoutes } from "./execution-routes.ts";
export type { MessageOverrides } from "./messages.ts";
export type { Source } from "./read.ts";
