export * as Leave from "./leave.ts";
