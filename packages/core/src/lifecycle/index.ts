export * as Lifecycle from "./lifecycle.ts";
export * as LifecycleMove from "./move.ts";
