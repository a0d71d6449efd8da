export * as Allocation from "./allocation.ts";
export * as Audience from "./audience.ts";
export * as Duty from "./duty.ts";
export * as ParticipationFault from "./fault.ts";
export * as Line from "./line.ts";
export * as Participation from "./participation.ts";
export * as SignUp from "./sign-up.ts";
