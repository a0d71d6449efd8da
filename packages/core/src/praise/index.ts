export * as Praise from "./praise.ts";
