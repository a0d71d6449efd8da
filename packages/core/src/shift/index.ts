export * as Shift from "./shift.ts";
