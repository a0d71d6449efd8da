import { describeError } from "@yigong/functions/observe/describe-error.ts";
import { lineOf } from "@yigong/functions/observe/log-line.ts";
import type { Observe } from "@yigong/functions/observe/observe.ts";

export const LEVELS = ["info", "warn", "error"] as const;
type Level = (typeof LEVELS)[number];

/** Level in `YIGONG_LOG`: `info` logs each request, task, job and outbox run. Faults are logged at any level. */
const levelOf = (asked: string | undefined): Level => LEVELS.find((level) => level === asked) ?? "warn";

const worded = (fields: Record<string, string | number | boolean>): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name}=${/[\s"=]/.test(String(value)) ? JSON.stringify(value) : value}`)
    .join(" ");

/** Logs readable lines, `what: error field=value`, with the stack frames of a fault below it. */
export function openObserve({
  env,
  log,
  now,
}: {
  env: Record<string, string | undefined>;
  log: (line: string) => void;
  now: () => string;
}): Observe {
  const least = LEVELS.indexOf(levelOf(env.YIGONG_LOG));
  return {
    log(level, event, fields) {
      if (LEVELS.indexOf(level) >= least) log(`${now()} ${level} ${event} ${worded(lineOf(fields))}`);
    },
    fault(what, error, fields) {
      const { error: name, frames, ...codes } = describeError(error);
      const at = typeof frames === "string" ? frames.split(" < ").map((frame) => `\n    at ${frame}`) : [];
      log(`${now()} ${what}: ${name} ${worded(lineOf({ ...fields, ...codes }))}${at.join("")}`);
    },
    count: () => undefined,
  };
}
