export * as Result from "./result.ts";
