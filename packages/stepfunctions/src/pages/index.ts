export { BASE_STYLE, pageHeaders } from "./base-style.ts";
export type { Source } from "./engine-queries.ts";
export { type ExecutionPages, executionRoutes } from "./execution-routes.ts";
export type { MessageOverrides } from "./messages.ts";
