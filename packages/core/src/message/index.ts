export * as Message from "./message.ts";
