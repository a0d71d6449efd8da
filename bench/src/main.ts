import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Told } from "./child.ts";
import { calmDisk } from "./disk.ts";
import type { Span } from "./load.ts";
import { linesOf, names, type Report, targetsOf } from "./report.ts";
import { runChild } from "./run-child.ts";
import { measureWaiting } from "./waiting/waiting.ts";

const usage = `Measures the Step Functions engine beside other engines, one after the other, each in its own process.

  --json           one JSON document instead of the table
  --seconds N      how long each is measured under load (default 10)
  --waiting N      how many executions wait on tokens (default 100000)
  --only A,B       only these: ${Object.keys(names).join(", ")}
  --directory DIR  where the files are made (default: the system's temporary directory)
`;

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    seconds: { type: "string", default: "10" },
    waiting: { type: "string", default: "100000" },
    only: { type: "string", default: Object.keys(names).join(",") },
    directory: { type: "string", default: tmpdir() },
    help: { type: "boolean", default: false },
  },
});
const inFlight = 128;
const answers = 2_000;
/** How long the disk is given to calm down before each measurement. */
const patienceMs = 30_000;

async function run(directory: string): Promise<Report> {
  const measuredMs = Number(values.seconds) * 1_000;
  const span: Span = { warmMs: measuredMs / 2, measuredMs, inFlight };
  const subjects: Record<string, Told> = {};
  let best = Number.POSITIVE_INFINITY;
  for (const name of values.only.split(",")) {
    process.stderr.write(`${names[name] ?? name}\n`);
    const own = join(directory, name);
    best = await calmDisk(directory, best, patienceMs);
    subjects[name] = await runChild<Told>("child.ts", [name, own, JSON.stringify(span)]).catch((error: unknown) => ({
      absent: `could not be run: ${error instanceof Error ? error.message : String(error)}`,
    }));
    rmSync(own, { recursive: true, force: true });
  }
  process.stderr.write(`${values.waiting} waiting\n`);
  const calm = () => calmDisk(directory, best, patienceMs);
  const waiting = await measureWaiting(directory, { count: Number(values.waiting), answers, calm });
  const processors = `${availableParallelism()} x ${cpus()[0]?.model.trim() ?? "unknown"}`;
  return { node: process.version, processors, subjects, waiting, targets: targetsOf(subjects, waiting) };
}

async function main(): Promise<void> {
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  mkdirSync(values.directory, { recursive: true });
  const directory = mkdtempSync(join(values.directory, "yigong-bench-"));
  // PostgreSQL may have to run as another user, who must get through to its own directory.
  chmodSync(directory, 0o711);
  process.once("SIGINT", () => {
    rmSync(directory, { recursive: true, force: true });
    process.exit(130);
  });
  try {
    const report = await run(directory);
    const text = values.json ? JSON.stringify(report) : linesOf(report).join("\n");
    process.stdout.write(`${text}\n`);
    process.exitCode = report.targets.every(({ met }) => met) ? 0 : 1;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

await main();
