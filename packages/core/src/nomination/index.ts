export * as Nomination from "./nomination.ts";
