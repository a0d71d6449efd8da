export * as Trainer from "./trainer.ts";
