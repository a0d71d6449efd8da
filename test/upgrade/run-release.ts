import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Machine } from "@yigong/local/machine.ts";
import { masking } from "./compare.ts";
import { exportedAt, linesIn, openAt, pathIn } from "./data-directory.ts";
import { endOf, type Row, rowsOf } from "./end-state.ts";
import { type Answer, replay, type Step } from "./replay.ts";
import { writtenSince } from "./written-rows.ts";

/** What the recording of a release came to with the current code. */
export interface Outcome {
  answers: Answer[];
  end: object;
  written: Row[];
  /** Names of executions that neither run nor succeeded: the watchdog replaces them, so that the end does not tell. */
  failed: string[];
}

/** Masks ids that are not in a release's export. */
export const maskOf = (release: string) => masking(readFileSync(pathIn(release, "export/alliance.jsonl"), "utf8"));

/** The recording of a release: what is only read at the instant of the export, and what follows. */
export function stepsOf(release: string): { reads: Step[]; rest: Step[] } {
  const steps = linesIn<Step>(release, "requests.jsonl");
  const from = steps.findIndex(({ at }) => at > exportedAt(release));
  return { reads: steps.slice(0, from), rest: steps.slice(from) };
}

async function failedExecutions({ engine }: Machine): Promise<string[]> {
  const { stateMachines } = (await engine.call("ListStateMachines", {})) as { stateMachines: object[] };
  const failed: string[] = [];
  for (const machine of stateMachines) {
    const { executions } = (await engine.call("ListExecutions", { ...machine, maxResults: 1000 })) as {
      executions: { name: string; status: string }[];
    };
    failed.push(...executions.filter(({ status }) => !/RUNNING|SUCCEEDED/.test(status)).map(({ name }) => name));
  }
  return failed;
}

/**
 * Ends a replay at the first fault: an effect that cannot be read stays due, and the virtual clock never passes it.
 *
 * What is logged before `watch` is no fault: the store warns at its start.
 */
function faultsOf() {
  const first = Promise.withResolvers<never>();
  first.promise.catch(() => {});
  let isWatching = false;
  return {
    log: (line: string) => {
      if (isWatching) first.reject(new Error(line));
    },
    watch: () => {
      isWatching = true;
    },
    unlessAny: <Result>(running: Promise<Result>): Promise<Result> => {
      running.catch(() => {});
      return Promise.race([running, first.promise]);
    },
  };
}

/**
 * Replays the recording of a release on a data directory of its own, which is removed.
 *
 * @param fill - makes the data directory from the release's files
 * @param options.reads - whether to replay the part that only reads
 * @throws Error on the first fault
 */
export async function runRelease(
  release: string,
  fill: (dataDir: string, release: string) => Promise<unknown>,
  { reads = true } = {},
): Promise<Outcome> {
  const dataDir = mkdtempSync(join(tmpdir(), "yigong-upgrade-"));
  const mask = maskOf(release);
  const masked = <Value>(value: Value): Value => JSON.parse(mask(JSON.stringify(value))) as Value;
  try {
    await fill(dataDir, release);
    const faults = faultsOf();
    const machine = await openAt(dataDir, release, faults.log);
    faults.watch();
    try {
      const before = await rowsOf(machine);
      const { reads: first, rest } = stepsOf(release);
      const answers = await faults.unlessAny(replay(machine, [...(reads ? first : []), ...rest]));
      const rows = await rowsOf(machine);
      const failed = await failedExecutions(machine);
      return { answers: masked(answers), end: masked(endOf(rows)), written: writtenSince(before, rows, mask), failed };
    } finally {
      await machine.close();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
