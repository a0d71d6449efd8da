import { correlation } from "@yigong/core/lib/correlation.ts";
import type { Fields } from "./observe.ts";
import { redacted } from "./redact.ts";

/** A line's fields as they may be written: the correlation in force first, texts redacted, absent ones left out. */
export function lineOf(fields: Fields = {}): Record<string, string | number | boolean> {
  const cause = correlation();
  const given = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, typeof value === "string" ? redacted(value) : value] as const],
  );
  return { ...(cause === undefined ? {} : { correlation: cause }), ...Object.fromEntries(given) };
}
