export * as ClassAttendance from "./attendance.ts";
export * as TrainingClass from "./class.ts";
export * as Enrol from "./enrol.ts";
