export * as Expense from "./expense.ts";
