import { DATED_YEARS } from "../lib/time.ts";

/** One cell of a table file, as a person would read it. Dates are local wall-clock text, `YYYY-MM-DD HH:MM`. */
export interface Cell {
  kind: "text" | "number" | "date";
  text: string;
}

/** A sheet of a table file: its rows with their numbers in the sheet, from 1. Empty rows are left out; delimited text is one sheet without a name. */
export interface Sheet {
  name?: string;
  /** It has more rows than are read. */
  cut?: boolean;
  rows: { number: number; cells: Cell[] }[];
}

/** A cell's text without outer blanks, invisible marks and full-width digits and letters. */
export const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, "")
    .trim();

/** A person's or a unit's name: inner blanks become one, full-width punctuation stays as it was written. */
export const nameOf = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, "")
    .replace(/[\s\u3000]+/g, " ")
    .trim();

/** By what a unit's name is the same as another: full-width or not, in capitals or not. */
export const unitKey = (name: string): string => name.normalize("NFKC").trim().toLowerCase();

/** Several values in one cell, separated by 、 ; , / or their full-width twins; each once. */
export const listOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[、;\uff1b,\uff0c/\uff0f|\n]/)
      .map(nameOf)
      .filter((part) => part !== ""),
  ),
];

const DATE = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/;
const TIME = /^(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?$/;

export const FILE_YEARS_TEXT = `${DATED_YEARS.first}–${DATED_YEARS.last}`;

/** Whether a day as `dayIn` reads it is in a year that a file may have. */
export const isFileYear = (day: string): boolean => {
  const year = Number(day.slice(0, 4));
  return year >= DATED_YEARS.first && year <= DATED_YEARS.last;
};

/** Reads 2010-03-01, 2010/3/1, 2010.3.1 or 2010年3月1日 as `YYYY-MM-DD`; undefined when there is no such day. */
export function dayIn(text: string): string | undefined {
  const [date = "", time] = plain(text).split(/[ T]+/);
  const match = DATE.exec(date);
  if (!match || (time !== undefined && !TIME.test(time))) return undefined;
  const [, year = "", month = "", day = ""] = match;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const instant = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(iso) ? iso : undefined;
}

/** Reads a day and a time of day, such as `2026-09-12 08:00` or `2026年9月12日 8:00`; undefined when there is no such moment. */
export function momentIn(text: string): { day: string; time: string } | undefined {
  const cleaned = plain(text).replace(/日\s*/, "日 ");
  const day = dayIn(cleaned);
  const match = TIME.exec(cleaned.split(/[ T]+/)[1] ?? "");
  if (!day || !match) return undefined;
  const [, hour = "", minute = ""] = match;
  if (Number(hour) > 23 || Number(minute) > 59) return undefined;
  return { day, time: `${hour.padStart(2, "0")}:${minute}` };
}
