import { correlation } from "@yigong/core/lib/correlation.ts";
import type { Fields, MetricName, Observe } from "@yigong/functions/observe/observe.ts";

/** Keeps what is said, each with the correlation in force. */
export function recorded() {
  const lines: [event: string, fields: Fields | undefined, correlation: string | undefined][] = [];
  const faults: [what: string, error: unknown, correlation: string | undefined][] = [];
  const counts: Partial<Record<MetricName, number>> = {};
  const observe: Observe = {
    log: (_, event, fields) => void lines.push([event, fields, correlation()]),
    fault: (what, error) => void faults.push([what, error, correlation()]),
    count: (metric, value = 1) => {
      counts[metric] = (counts[metric] ?? 0) + value;
    },
  };
  return { observe, lines, faults, counts };
}
