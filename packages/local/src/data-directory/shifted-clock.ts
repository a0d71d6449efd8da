import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Real time, moved ahead by what a developer asked for; kept in the data directory, so that it survives a restart. */
export interface ShiftedClock {
  /** Epoch milliseconds. */
  now(): number;
  /** Moves ahead by milliseconds; never back. */
  advance(milliseconds: number): void;
}

export function openShiftedClock(dataDir: string, real: () => number = Date.now): ShiftedClock {
  const path = join(dataDir, "clock.json");
  let offset = existsSync(path)
    ? Number((JSON.parse(readFileSync(path, "utf8")) as { offset?: number }).offset ?? 0)
    : 0;
  return {
    now: () => real() + offset,
    advance(milliseconds) {
      if (!(milliseconds > 0)) throw new RangeError("The clock only moves ahead.");
      offset += milliseconds;
      writeFileSync(`${path}.new`, JSON.stringify({ offset }));
      renameSync(`${path}.new`, path);
    },
  };
}

const UNITS: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** Milliseconds of a span such as `90m`, `12h`, `7d` or `2w`; undefined when it is none. */
export function spanOf(text: string): number | undefined {
  const [, count, unit = ""] = /^(\d{1,6})([smhdw])$/.exec(text) ?? [];
  const size = UNITS[unit];
  return count === undefined || size === undefined ? undefined : Number(count) * size;
}
