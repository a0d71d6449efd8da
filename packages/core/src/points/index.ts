export * as Points from "./points.ts";
export * as PointRules from "./rules.ts";
