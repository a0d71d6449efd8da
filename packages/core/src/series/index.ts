export * as Made from "./made.ts";
export * as Series from "./series.ts";
