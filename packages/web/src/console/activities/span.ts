import { instantAt } from "../../shared/wall-time.ts";

/** How far back the list goes unless somebody asks for more. */
const BACK_DAYS = 30;
/** No alliance has activities before. */
export const BEGINNING = "2000-01-01";
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The local day some days after another, `YYYY-MM-DD`. */
export const dayAfter = (day: string, days: number): string => {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
};

interface Asked {
  from?: string | undefined;
  to?: string | undefined;
  /** Text to find: it is looked for at any time. */
  q?: string | undefined;
}

/** The instants between which an activity begins; days are whole ones of the alliance's zone, the last included. */
export function spanOf({ from, to, q }: Asked, { today, zone }: { today: string; zone: string }) {
  const start = from && DAY.test(from) ? from : q ? BEGINNING : dayAfter(today, -BACK_DAYS);
  return {
    from: instantAt(`${start}T00:00`, zone),
    ...(to && DAY.test(to) ? { to: instantAt(`${dayAfter(to, 1)}T00:00`, zone) } : {}),
  };
}

/** The weeks that show a month, Mondays first: each seven local days. @param month - `YYYY-MM` */
export function weeksOf(month: string): string[][] {
  const first = `${month}-01`;
  const weekday = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  const weeks: string[][] = [];
  for (let day = dayAfter(first, -weekday); day.slice(0, 7) <= month; day = dayAfter(day, 7))
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((at) => dayAfter(day, at)));
  return weeks;
}

/** A month some months after another. */
export const monthAfter = (month: string, months: number): string => {
  const [year = 0, at = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, at - 1 + months, 1)).toISOString().slice(0, 7);
};
