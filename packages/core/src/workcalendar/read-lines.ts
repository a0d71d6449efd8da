import { workcalendarRefusal } from "./workcalendar.refusals.ts";
import type { Holiday } from "./workcalendar.ts";

const DAY = String.raw`(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?`;
const HOLIDAY = new RegExp(String.raw`^(\D[^,，\t]*?)[\s,，:：]+${DAY}(?:[\s,，至到~～—–-]+${DAY})?$`);
const WORKED = new RegExp(String.raw`^(?:上班|调休|补班|work)[\s,，:：]+${DAY}$`, "i");

const dayOf = (year = "", month = "", day = "") => `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
const isDay = (day: string) => !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);

/**
 * Reads a year's table as it is pasted: a holiday with its first and last day on a line, or 上班 with a weekend day.
 *
 * @throws `workcalendar.line_unreadable` with the first line that is neither
 */
export function readLines(pasted: string): { holidays: Holiday[]; workdays: string[] } {
  const [holidays, workdays]: [Holiday[], string[]] = [[], []];
  for (const [at, raw] of pasted.split(/\r?\n/).entries()) {
    const line = raw.trim();
    if (line === "") continue;
    const unreadable = () =>
      workcalendarRefusal("workcalendar.line_unreadable", { line: at + 1, text: line.slice(0, 60) });
    const worked = WORKED.exec(line);
    const holiday = worked ? null : HOLIDAY.exec(line);
    if (worked) workdays.push(dayOf(worked[1], worked[2], worked[3]));
    else if (holiday) {
      const from = dayOf(holiday[2], holiday[3], holiday[4]);
      const to = holiday[5] === undefined ? from : dayOf(holiday[5], holiday[6], holiday[7]);
      if (!isDay(to) || !isDay(from)) throw unreadable();
      holidays.push({ name: (holiday[1] ?? "").trim(), from, to });
    } else throw unreadable();
    if (worked && !isDay(workdays.at(-1) ?? "")) throw unreadable();
  }
  return { holidays, workdays };
}

/** A table as lines that `readLines` reads again. */
export const linesOf = ({
  holidays,
  workdays,
}: {
  holidays: readonly Holiday[];
  workdays: readonly string[];
}): string =>
  [...holidays.map(({ name, from, to }) => `${name} ${from} ${to}`), ...workdays.map((day) => `上班 ${day}`)].join(
    "\n",
  );
