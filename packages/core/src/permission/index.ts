export * as Permission from "./policy.ts";
