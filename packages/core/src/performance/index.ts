export * as Performance from "./performance.ts";
