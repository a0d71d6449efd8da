import { recent } from "@yigong/core/lib/reading.ts";
import { yearOf } from "@yigong/core/lib/time.ts";
import type { Workcalendars } from "@yigong/core/workcalendar/workcalendar.store.ts";
import { type WorkdaysAround, workdaysOf } from "@yigong/core/workcalendar/workcalendar.ts";

/** The working days around an instant, by the tables that were entered and those that are built in. */
export const readWorkdays =
  (workcalendars: Pick<Workcalendars, "around">): WorkdaysAround =>
  async (at, zone) =>
    workdaysOf(await workcalendars.around(yearOf(at, zone), recent));
