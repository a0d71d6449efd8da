export * as Away from "./away.ts";
