export * as Satisfaction from "./satisfaction.ts";
