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

const beforeEnd = (until: string, { at, zone }: { at: string; zone: string }): string | undefined => {
  const end = instantOf(until, TOLD_AT, zone);
  const instants = TOLD_DAYS.map((days) => plusDays(end, -days, zone));
  return instants.filter((one) => one <= at).at(-1);
};

/**
 * Asks the administrators and the alliance for the next year's table of working days: twice before the tables end, and once a
 * month while none covers the day. Safe to run daily.
 */
export const remindNextTable =
  ({ workcalendars, outbox, zone, now }: RemindDeps) =>
  async (): Promise<void> => {
    const at = now();
    const today = dayOf(at, zone);
    const workdays = workdaysOf(await workcalendars.around(yearOf(at, zone)));
    const until = workdays.coversUntil(today);
    if (!nextIsDue(workdays, today)) return;
    const lastDay = until ?? `${Number(today.slice(0, 4)) - 1}-12-31`;
    const monthly = instantOf(`${today.slice(0, 7)}-01`, TOLD_AT, zone);
    const due = until === undefined ? monthly : beforeEnd(until, { at, zone });
    if (due === undefined || due > at) return;
    const year = String(Number(lastDay.slice(0, 4)) + 1);
    const tell = (role: string) =>
      Message.tell({
        template: "workcalendar.nextDue",
        params: { year, until: lastDay },
        to: { kind: "role", role },
        cause: `${year}#${due.slice(0, 10)}#${role}`,
        dueAt: due,
      });
    await outbox.add(["administrator", "alliance"].map(tell), at);
  };
