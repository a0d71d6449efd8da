export * as Workcalendar from "./workcalendar.ts";
