export * as Contact from "./contact.ts";
export * as Reach from "./reach.ts";
export * as Way from "./way.ts";
