export * as Device from "./device.ts";
export * as Session from "./session.ts";
export * as StepUp from "./step-up.ts";
