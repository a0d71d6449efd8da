export * as Member from "./member.ts";
