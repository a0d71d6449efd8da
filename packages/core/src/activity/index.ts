export * as Activity from "./activity.ts";
