export * as Account from "./account.ts";
export * as Points from "./points.ts";
export * as PointRules from "./rules.ts";
export * as Tally from "./tally.ts";
