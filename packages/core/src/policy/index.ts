export * as TrainingPolicy from "./policy.ts";
