export * as Preference from "./preference.ts";
