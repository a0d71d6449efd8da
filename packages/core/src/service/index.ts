export * as Service from "./service.ts";
