import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { readJsonFile } from "./json-file.ts";

/** Real time plus an offset for development, which is stored in the data directory. */
export interface ShiftedClock {
  /** Epoch milliseconds. */
  now(): number;
  /** Adds to the offset, in milliseconds. @throws RangeError unless positive: the clock never goes back */
  advance(milliseconds: number): void;
}

/** In milliseconds. */
const Offset = z.object({ offset: z.number().nonnegative().default(0) });
const WAY_ON =
  "它只记录开发时钟的偏移。删除后时钟回到真实时间 / It only has the offset of the development clock. Without the file the clock is the real one.";

/** @throws `data.damaged`, `data.unreadable` */
export function openShiftedClock(dataDir: string, real: () => number = Date.now): ShiftedClock {
  const path = join(dataDir, "clock.json");
  let offset = readJsonFile(path, Offset, WAY_ON)?.offset ?? 0;
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

/** Ten years: the clock never goes back, so that a slip would cost the data directory. */
const LONGEST_SPAN_MS = 3_653 * 86_400_000;

/** Milliseconds of a span such as `90m`, `2h30m`, `7d` or `2w`, largest unit first; undefined when it is none,
 * nothing, or more than ten years. */
export function spanOf(text: string): number | undefined {
  if (!/^(?:\d{1,6}w)?(?:\d{1,6}d)?(?:\d{1,6}h)?(?:\d{1,6}m)?(?:\d{1,6}s)?$/.test(text)) return undefined;
  const parts = [...text.matchAll(/(\d+)(\w)/g)];
  const total = parts.reduce((sum, [, count, unit = ""]) => sum + Number(count) * (UNITS[unit] ?? 0), 0);
  return total > 0 && total <= LONGEST_SPAN_MS ? total : undefined;
}
