export * as Mentoring from "./mentoring.ts";
export * as Rank from "./ranking.ts";
