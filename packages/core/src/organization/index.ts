export * as Organization from "./organization.ts";
