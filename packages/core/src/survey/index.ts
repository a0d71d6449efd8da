export * as Grade from "./grade.ts";
export * as Link from "./link.ts";
export * as Question from "./question.ts";
export * as Results from "./results.ts";
export * as Served from "./served.ts";
export * as Survey from "./survey.ts";
export * as Tally from "./tally.ts";
