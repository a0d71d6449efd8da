export * as Form from "./form.ts";
