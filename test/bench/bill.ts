import { SCHEDULES } from "@yigong/workflows/schedules.ts";
import type { Invoked } from "./invocations.ts";
import type { Run } from "./life.ts";
import { costOf, durationCost, type PRICES, SLOWER } from "./prices.ts";

/** One line of a bill. */
export interface Line {
  item: string;
  count: number;
  usd: number;
}

export interface Bill {
  lines: Line[];
  usd: number;
}

/** What a function's first invocation loads before it runs, billed since August 2025, and how often that happens. */
const COLD = {
  /** Stages are days apart, so each entry finds no warm function. */
  stage: { ms: 600, share: 1 },
  /** @source docs.aws.amazon.com/lambda, Performance optimization: under 1 % of invocations */
  Api: { ms: 600, share: 0.01 },
  SurveyPages: { ms: 150, share: 0.01 },
  /** The sweep of each minute keeps it warm. */
  Outbox: { ms: 600, share: 0 },
};
type Cold = (typeof COLD)[keyof typeof COLD];
/** A start waits for no more than its share of invocations. */
const coldOf = (name: string): Cold => (name.startsWith("Outbox") ? COLD.Outbox : (COLD[name as "Api"] ?? COLD.stage));

/** Milliseconds of one function: as they were here, and as they are billed there. */
export interface Time {
  name: string;
  count: number;
  hereMs: number;
  billedMs: number;
}

/** A started millisecond is billed whole, which is half of one on average. */
const timeOf = ([name, { count, wallMs, ownMs, assumedStoreMs }]: [string, Invoked]): Time => ({
  name,
  count,
  hereMs: wallMs,
  billedMs: ownMs * SLOWER + assumedStoreMs + count / 2,
});

/** Milliseconds by function. */
export const timesOf = ({ invocations }: Run): Time[] => Object.entries(invocations.functions).map(timeOf);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** The gateway hands each request on; a wake is an invocation of its own. The sweep comes by whether or not there is work. */
const isOfGateway = (name: string): boolean => name === "Api" || name === "SurveyPages";
const isOfSweep = (name: string): boolean => name === "Outbox by the sweep";

/** Prices one life. What only the alliance's installation costs, whatever happens in it, is in `monthly`. */
export function billOf(run: Run): Bill {
  const functions = Object.entries(run.invocations.functions);
  const counted = (which: (name: string) => boolean) =>
    sum(functions.map(([name, { count }]) => (which(name) ? count : 0)));
  const units = (kind: "readUnits" | "writeUnits") => sum(functions.map(([, invoked]) => invoked[kind]));
  const billedMs = sum(timesOf(run).map((time) => time.billedMs));
  const coldMs = sum(functions.map(([name, { count }]) => count * coldOf(name).share * coldOf(name).ms));
  const priced = (item: string, price: keyof typeof PRICES, count: number): Line => ({
    item,
    count,
    usd: costOf(price, count),
  });
  const { puts, gets } = run.invocations.files;
  const lines = [
    priced("state transitions", "transition", run.transitions),
    priced("requests", "httpRequest", counted(isOfGateway)),
    priced("write units", "writeUnit", units("writeUnits")),
    priced("read units", "readUnit", units("readUnits")),
    priced(
      "invocations",
      "invocation",
      counted((name) => !isOfSweep(name)),
    ),
    { item: "milliseconds", count: billedMs, usd: durationCost(billedMs) },
    { item: "milliseconds of cold starts", count: coldMs, usd: durationCost(coldMs) },
    priced("files put", "filePut", puts + run.counts.files),
    priced("files read", "fileGet", gets),
  ];
  return { lines, usd: sum(lines.map(({ usd }) => usd)) };
}

const MONTH_SECONDS = 30 * 86_400;

/** A month of 30 days in which nothing happens: the sweep of each minute, and all other jobs. */
export function monthly(idle: { readUnits: number; ms: number }): Bill {
  const runs = SCHEDULES.reduce((sum, { everySeconds }) => sum + MONTH_SECONDS / everySeconds, 0);
  const lines: Line[] = [
    { item: "scheduled runs", count: runs, usd: costOf("schedule", runs) },
    { item: "invocations", count: runs, usd: costOf("invocation", runs) },
    { item: "read units", count: runs * idle.readUnits, usd: costOf("readUnit", runs * idle.readUnits) },
    { item: "milliseconds", count: runs * idle.ms, usd: durationCost(runs * idle.ms) },
  ];
  return { lines, usd: sum(lines.map(({ usd }) => usd)) };
}
