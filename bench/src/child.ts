import { mkdirSync } from "node:fs";
import { measureDisk } from "./disk.ts";
import { type Figures, measure, type Quantiles, type Span } from "./load.ts";
import { Absent, type Open } from "./subject/subject.ts";

/** What a child process reports on its last line. */
export type Told = { setUp: string; disk: Quantiles; figures: Figures } | { absent: string };

const subjects: Record<string, () => Promise<Open>> = {
  passes: async () => (await import("./subject/engine.ts")).openPasses,
  tasks: async () => (await import("./subject/engine.ts")).openTasks,
  restate: async () => (await import("./subject/restate.ts")).openRestate,
  dbos: async () => (await import("./subject/dbos.ts")).openDbos,
  openworkflow: async () => (await import("./subject/openworkflow.ts")).openOpenWorkflow,
};

const firstLine = (error: unknown) => String(error instanceof Error ? error.message : error).split("\n")[0] ?? "";

async function tell(name: string, directory: string, span: Span): Promise<Told> {
  try {
    const open = await subjects[name]?.();
    if (!open) throw new Absent(`there is no subject ${name}`);
    mkdirSync(directory, { recursive: true });
    const disk = measureDisk(directory);
    const subject = await open(directory);
    // What takes too long is ended; a server that belongs to it must not stay.
    process.once("SIGTERM", () => void subject.close().finally(() => process.exit(1)));
    try {
      return { setUp: subject.setUp, disk, figures: await measure(subject, span) };
    } finally {
      await subject.close();
    }
  } catch (error) {
    return { absent: error instanceof Absent ? error.message : `could not be run: ${firstLine(error)}` };
  }
}

const [name = "", directory = "", span = "{}"] = process.argv.slice(2);
const told = await tell(name, directory, JSON.parse(span) as Span);
process.stdout.write(`\n${JSON.stringify(told)}\n`, () => process.exit(0));
