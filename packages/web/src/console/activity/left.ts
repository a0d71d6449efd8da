const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

interface Left {
  late: boolean;
  unit: "days" | "hours" | "minutes";
  count: number;
}

/** How long until an instant or since it: days from two days on, else hours, and minutes within the hour. */
export function leftUntil(at: string, now: number): Left {
  const span = Date.parse(at) - now;
  const late = span <= 0;
  const much = Math.abs(span);
  if (much >= 2 * DAY) return { late, unit: "days", count: Math.floor(much / DAY) };
  if (much >= HOUR) return { late, unit: "hours", count: Math.floor(much / HOUR) };
  return { late, unit: "minutes", count: Math.max(1, Math.ceil(much / MINUTE)) };
}
