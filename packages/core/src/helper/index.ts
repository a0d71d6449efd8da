export * as Helper from "./helper.ts";
