export * as Programme from "./programme.ts";
export * as Rating from "./rating.ts";
