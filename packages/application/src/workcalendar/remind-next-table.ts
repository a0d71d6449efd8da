import { dayOf, instantOf, plusDays, yearOf } from "@yigong/core/lib/time.ts";
import { Message } from "@yigong/core/message/index.ts";
import type { OutboxRows } from "@yigong/core/outbox/outbox.store.ts";
import type { Workcalendars } from "@yigong/core/workcalendar/workcalendar.store.ts";
import { nextIsDue, WARNED_DAYS, workdaysOf } from "@yigong/core/workcalendar/workcalendar.ts";

export interface RemindDeps {
  workcalendars: Pick<Workcalendars, "around">;
  outbox: Pick<OutboxRows, "add">;
  zone: string;
  now: () => string;
}

/** Told once when the tables are about to end, and once more when they nearly have. */
const TOLD_DAYS = [WARNED_DAYS - 1, 14];
const TOLD_AT = "09:00";

/** Asks the administrators and the alliance for the next year's table of working days. Safe to run daily: each is told twice. */
export const remindNextTable =
  ({ workcalendars, outbox, zone, now }: RemindDeps) =>
  async (): Promise<void> => {
    const at = now();
    const today = dayOf(at, zone);
    const workdays = workdaysOf(await workcalendars.around(yearOf(at, zone)));
    const until = workdays.coversUntil(today);
    if (until === undefined || !nextIsDue(workdays, today)) return;
    const end = instantOf(until, TOLD_AT, zone);
    const due = TOLD_DAYS.map((days) => plusDays(end, -days, zone))
      .filter((one) => one <= at)
      .at(-1);
    if (due === undefined) return;
    const year = String(Number(until.slice(0, 4)) + 1);
    const tell = (role: string) =>
      Message.tell({
        template: "workcalendar.nextDue",
        params: { year, until },
        to: { kind: "role", role },
        cause: `${year}#${due.slice(0, 10)}#${role}`,
        dueAt: due,
      });
    await outbox.add(["administrator", "alliance"].map(tell), at);
  };
