import { clockAt } from "@yigong/core/lib/wall-clock.ts";

const MINUTE_MS = 60_000;

/** The instant at which the wall clock of a zone shows a day and time; of a doubled hour the first. */
export function instantAt(wall: string, zone: string): string {
  const wanted = Date.parse(`${wall}Z`);
  const shownAt = (instant: number) => {
    const { year, month, day, hour, minute } = clockAt(new Date(instant).toISOString(), zone);
    return Date.UTC(year, month - 1, day, hour, minute);
  };
  // A second look is right also where the offset changes between the first guess and the answer.
  let instant = wanted;
  for (let look = 0; look < 2; look += 1) instant += wanted - shownAt(Math.floor(instant / MINUTE_MS) * MINUTE_MS);
  return new Date(instant).toISOString();
}

/** What the wall clock of a zone shows at an instant, `YYYY-MM-DDTHH:mm`. */
export function wallAt(instant: string, zone: string): string {
  const { year, month, day, hour, minute } = clockAt(instant, zone);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}
