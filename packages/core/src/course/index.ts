export * as Course from "./course.ts";
