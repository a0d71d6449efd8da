export { InvocationFailed, type Invoke, RawAnswer, stillRunning } from "./engine/invoke.ts";
export { type Engine, type EngineOptions, openEngine } from "./engine.ts";
export type { TimeOption } from "./lib/clock.ts";
export { Fault } from "./lib/fault.ts";
export type { Json, JsonObject } from "./lib/json.ts";
export { isLoopbackHost, nameOfHost } from "./lib/loopback-host.ts";
export { FileInUse, type LockedFile, lockFile } from "./store/schema.ts";
