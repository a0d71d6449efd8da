export type { TimeOption } from "./clock.ts";
export { type Engine, type EngineOptions, openEngine } from "./engine/engine.ts";
export { InvocationFailed, type Invoke, RawAnswer, stillRunning } from "./engine/invoke.ts";
export { Fault } from "./fault.ts";
export type { Json, JsonObject } from "./json.ts";
export { FileInUse, lockFile } from "./store/schema.ts";
