import type { Fields } from "./observe.ts";
import { redacted } from "./redact.ts";

/** So many frames and causes say where and why. */
const FRAMES = 12;
const CAUSES = 3;

/** Messages of the JavaScript engine, which name nothing but a property of our code. */
const HARMLESS =
  /^(?:Cannot (?:read|set) properties of (?:undefined|null) \((?:reading|setting) '[A-Za-z$]{1,40}'\)|[A-Za-z$.]{1,60} is not (?:a function|iterable|defined|a constructor)|Invalid time value|Invalid array length|Maximum call stack size exceeded)$/;

/** A name or code as programs give them; anything else may be a value. */
const word = (value: unknown): string | undefined =>
  typeof value === "string" && /^[A-Za-z][\w$.:-]{0,79}$/.test(value) ? redacted(value) : undefined;

/** `at` lines of a stack as `function file:line`, without the message, which may look like one, and without folders above ours. */
export function framesOf({ stack = "", message }: Error): string[] {
  const begin = stack.indexOf(message);
  if (begin < 0) return [];
  const lines = stack.slice(begin + message.length).split("\n");
  return lines.flatMap((line) => {
    const found =
      /^ {4}at (?:(?:async |new )?([\w$.<>#]+) (?:\[as \w+\] )?\()?(?:file:\/\/)?([\w/.@+:-]+):(\d+):\d+\)?$/.exec(
        line,
      );
    const [, name, path, row] = found ?? [];
    if (path === undefined) return [];
    const file =
      /(?:packages|node_modules)\/(?!.*(?:packages|node_modules)\/).*$/.exec(path)?.[0] ?? path.split("/").at(-1);
    return [redacted(`${name === undefined ? "" : `${name} `}${file}:${row}`)];
  });
}

/** Where a stored or sent thing did not fit: `title too_small, sessions.*.id invalid_format`. Keys that are not of our code are hidden. */
const misfits = (issues: readonly unknown[]): string =>
  issues
    .slice(0, 5)
    .map((issue) => {
      const { path = [], code } = issue as { path?: PropertyKey[]; code?: unknown };
      const steps = path.map((step) => (typeof step === "string" && /^[A-Za-z]{1,30}$/.test(step) ? step : "*"));
      return `${steps.join(".") || "*"} ${word(code) ?? "?"}`;
    })
    .join(", ");

/** What an error is called, and its codes: nothing that it quotes. */
export function identified(error: unknown): Fields & { error: string } {
  if (!(error instanceof Error)) return { error: `a thrown ${typeof error}` };
  const { code, command, responseCode, issues, CancellationReasons, $metadata } = error as unknown as Record<
    string,
    unknown
  >;
  const status = ($metadata as { httpStatusCode?: unknown } | undefined)?.httpStatusCode ?? responseCode;
  const reasons = Array.isArray(CancellationReasons)
    ? CancellationReasons.map((reason: { Code?: unknown }) => word(reason.Code) ?? "?")
        .slice(0, 25)
        .join(" ")
    : undefined;
  return {
    error: word(error.name) ?? "Error",
    ...(word(code) === undefined || code === error.name ? {} : { code: word(code) }),
    ...(word(command) === undefined ? {} : { command: word(command) }),
    ...(typeof status === "number" ? { errorStatus: status } : {}),
    ...(reasons === undefined ? {} : { reasons }),
    ...(Array.isArray(issues) ? { misfits: misfits(issues) } : {}),
    ...(HARMLESS.test(error.message) ? { said: redacted(error.message) } : {}),
  };
}

const inShort = (error: unknown): string =>
  Object.values(identified(error))
    .filter((value) => value !== undefined)
    .join(" ");

/**
 * An error for the log: its name, codes and frames, and the same of its causes.
 *
 * Messages are left out, since a store quotes values, a mail server quotes addresses and our refusals name people; only
 * those of the engine are let in.
 */
export function describeError(error: unknown): Fields & { error: string } {
  const causes: string[] = [];
  let cause = error instanceof Error ? error.cause : undefined;
  for (; cause !== undefined && causes.length < CAUSES; cause = cause instanceof Error ? cause.cause : undefined)
    causes.push(inShort(cause));
  const frames = error instanceof Error ? framesOf(error).slice(0, FRAMES) : [];
  return {
    ...identified(error),
    ...(causes.length > 0 ? { causes: causes.join(" < ") } : {}),
    ...(frames.length > 0 ? { frames: frames.join(" < ") } : {}),
  };
}

/** An error's code in one word: a refusal's code, or the error's name. */
export const codeOf = (error: unknown): string => identified(error).error;
