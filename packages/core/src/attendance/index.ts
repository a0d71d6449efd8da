export * as Appeal from "./appeal.ts";
export * as Attendance from "./attendance.ts";
export * as BackEntry from "./back-entry.ts";
export * as CheckInCode from "./code.ts";
export * as Turnout from "./outcome.ts";
export * as PhoneEntry from "./phone-entry.ts";
export * as Tries from "./tries.ts";
export * as Workdays from "./workdays.ts";
