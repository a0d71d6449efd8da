export * as Card from "./card.ts";
