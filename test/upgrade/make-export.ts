import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { exportMachine } from "@yigong/local/transfer/export-machine.ts";
import { openAlliance } from "@yigong/testing/alliance.ts";
import { readAll, readsOf } from "./api-reads.ts";
import { difference, sorted } from "./compare.ts";
import { continueScenario } from "./continuation.ts";
import { exportedAt, importInto, linesIn, pathIn, restoreInto } from "./data-directory.ts";
import { dumpEngine } from "./engine-dump.ts";
import { BEGIN } from "./first-year.ts";
import { normalize } from "./normalize.ts";
import { recordOf } from "./recorder.ts";
import type { Step } from "./replay.ts";
import { runRelease } from "./run-release.ts";
import { runScenario, type Scenario } from "./scenario.ts";
import { seed } from "./seed.ts";

const { version: VERSION } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  version: string;
};
/** Who reads the API: the first of them who is allowed to. */
const READERS = ["alliance", "counterHead", "admin", "service", "partyA1", "freeA2"] as const;

const scratch = mkdtempSync(join(tmpdir(), "yigong-upgrade-"));
const fresh = (name: string): string => {
  const path = join(scratch, name);
  mkdirSync(path);
  return path;
};
const writeLines = (release: string, name: string, lines: readonly unknown[]) =>
  writeFileSync(pathIn(release, name), lines.map((line) => `${JSON.stringify(sorted(line))}\n`).join(""));

/** Runs the scenario and exports its data directory. @throws Error on any fault */
async function build(release: string): Promise<Scenario> {
  const dataDir = fresh("built");
  seed("before");
  const house = await openAlliance({ startAt: BEGIN, dataDir });
  const scenario = await runScenario(house);
  const at = house.machine.now();
  await house.close();
  if (house.faults.length > 0) throw new Error(house.faults.join("\n"));
  rmSync(pathIn(release, ""), { recursive: true, force: true });
  const to = pathIn(release, "export");
  mkdirSync(to, { recursive: true });
  const env = { ...process.env, AWS_ENDPOINT_URL_DYNAMODB: undefined };
  await exportMachine({ dataDir, to, final: false, secrets: true, env, now: () => at, log: () => {} });
  normalize(to);
  await dumpEngine(dataDir, release);
  return scenario;
}

/** Imports the export and records what is requested from then on. @throws Error on any fault */
async function record(release: string, scenario: Scenario): Promise<void> {
  const dataDir = fresh("recorded");
  seed("after");
  await importInto(dataDir, release);
  const house = await openAlliance({ dataDir, startAt: exportedAt(release) });
  const { first, second, covering, recruiting, proposing } = scenario;
  const activities = [first, second, covering, recruiting, proposing].map(({ id }) => id);
  const reads = await readsOf(house.machine, { members: READERS.map(house.idOf), activities });
  const recorder = recordOf(house.machine);
  await readAll(house.machine, reads);
  await continueScenario({ ...house, advanceTo: recorder.advanceTo }, scenario);
  await house.close();
  if (house.faults.length > 0) throw new Error(house.faults.join("\n"));
  writeLines(release, "requests.jsonl", recorder.steps);
}

/** Writes down what the recording comes to with the current code. @throws Error when a restored data directory comes to another end */
async function accept(release: string): Promise<void> {
  const { end, written, answers } = await runRelease(release, importInto);
  const steps = linesIn<Step>(release, "requests.jsonl");
  writeLines(
    release,
    "requests.jsonl",
    steps.map((step, at) => ({ ...step, ...answers[at] })),
  );
  writeFileSync(pathIn(release, "end.json"), `${JSON.stringify(sorted(end), null, 2)}\n`);
  writeLines(release, "written-rows.jsonl", written);
  const found = difference(end, (await runRelease(release, restoreInto, { reads: false })).end);
  if (found) throw new Error(`A restored data directory comes to another end: ${found}`);
}

const { values } = parseArgs({ options: { accept: { type: "string" } } });
try {
  if (values.accept === undefined) await record(VERSION, await build(VERSION));
  await accept(values.accept ?? VERSION);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
