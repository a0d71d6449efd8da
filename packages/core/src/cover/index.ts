export * as CoverAnswer from "./answer.ts";
export * as Cover from "./cover.ts";
export * as CoverNeeds from "./needs.ts";
export * as CoverPool from "./pool.ts";
export * as CoverRound from "./round.ts";
