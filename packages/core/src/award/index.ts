export * as Award from "./award.ts";
