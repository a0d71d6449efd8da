export * as Yearplan from "./yearplan.ts";
