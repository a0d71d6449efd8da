export * as Todo from "./todo.ts";
