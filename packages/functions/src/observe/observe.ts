export type MetricName =
  /** Effects that the outbox handled, and those that failed and come again. */
  | "EffectsSent"
  | "EffectsFailed"
  /** How long the oldest effect that is due has waited when a run of the outbox ends; 0 when none waits. */
  | "OutboxAgeSeconds"
  /** Award runs that have worked for hours without anybody being told, as the watchdog finds them. */
  | "AwardsStuck"
  /** HTTP requests; those answered by a refusal; those, tasks and jobs that ended by a mistake of ours. */
  | "Requests"
  | "Refusals"
  | "Faults"
  | "TasksDone";

/** Ids, codes, counts and durations: never a name, number, token, code to check in, text, link or address. */
export type Fields = Record<string, string | number | boolean | undefined>;

/** What a running system says about itself; a composition root decides where it goes. */
export interface Observe {
  /** One line of the log, with the correlation that is in force. */
  log(level: "info" | "warn" | "error", event: string, fields?: Fields): void;
  /** An error that is no refusal, in one line without its message, which may hold personal data. */
  fault(what: string, error: unknown, fields?: Fields): void;
  count(metric: MetricName, value?: number): void;
}

/** Says nothing. */
export const silent: Observe = { log: () => undefined, fault: () => undefined, count: () => undefined };

/** Whole milliseconds since an instant of `performance.now()`. */
export const since = (begun: number): number => Math.round(performance.now() - begun);
