export * as Deed from "./deed.ts";
