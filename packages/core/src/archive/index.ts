export * as Archive from "./archive.ts";
export * as Diary from "./diary.ts";
export * as Material from "./material.ts";
export * as Register from "./register.ts";
export * as Typical from "./typical.ts";
