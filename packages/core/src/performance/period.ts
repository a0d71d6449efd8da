/** Reads 2010, 2010年, 2010-06, 2010年6月, 2010-Q2 or 2010年二季度 as `YYYY`, `YYYY-MM` or `YYYY-Qn`; undefined for anything else. */
export function periodIn(text: string): string | undefined {
  const [, year, rest = ""] = /^(\d{4})年?(?:[-./]?(.+))?$/.exec(text.replace(/\s+/g, "")) ?? [];
  if (year === undefined) return undefined;
  if (rest === "") return year;
  const [, quarter] = /^(?:Q|第?)([1-4一二三四])(?:季度|季)?$/i.exec(rest) ?? [];
  const isQuarter = /^Q|季/i.test(rest);
  if (quarter && isQuarter) return `${year}-Q${QUARTERS[quarter] ?? quarter}`;
  const [, month = ""] = /^(\d{1,2})月?$/.exec(rest) ?? [];
  return Number(month) >= 1 && Number(month) <= 12 ? `${year}-${month.padStart(2, "0")}` : undefined;
}

const QUARTERS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4 };

/** The last local day of a period, on which people's posts and statuses are looked at. */
export function lastDayOf(period: string): string {
  const [year = "", part] = period.split("-");
  const month = part === undefined ? 12 : part.startsWith("Q") ? Number(part.slice(1)) * 3 : Number(part);
  const day = new Date(Date.UTC(Number(year), month, 0));
  return day.toISOString().slice(0, 10);
}
