export * as Made from "./made.ts";
export * as Series from "./series.ts";
export * as Template from "./template.ts";
