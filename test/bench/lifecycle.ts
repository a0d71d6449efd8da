import { lifeOf, type Run } from "./life.ts";
import type { Size } from "./roster.ts";

const MOST_TRANSITIONS = 9;
const MOST_EVENTS = 50;

const SIZES: readonly Size[] = [
  { participants: 20, clients: 20, proposal: false },
  { participants: 20, clients: 20, proposal: true },
  { participants: 200, clients: 500, proposal: false },
  { participants: 1_500, clients: 5_000, proposal: false },
];

const json = process.argv.includes("--json");
const say = (line: string) => void (json ? process.stderr : process.stdout).write(`${line}\n`);

const COLUMNS = ["participants", "clients", "transitions", "events", "writes", "floor", "ratio", "reads", "seconds"];
const cells = (run: Run): string[] => [
  `${run.participants}${run.proposal ? "*" : ""}`,
  String(run.clients),
  String(run.transitions),
  String(run.historyEvents),
  String(Math.round(run.writeUnits)),
  String(run.floorWriteUnits),
  (run.writeUnits / run.floorWriteUnits).toFixed(2),
  String(Math.round(run.readUnits)),
  run.seconds.toFixed(1),
];
const line = (row: readonly string[]): string => row.map((cell) => cell.padStart(13)).join("");

const largest = (units: Record<string, number>): string =>
  Object.entries(units)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 16)
    .map(([kind, count]) => `${kind} ${Math.round(count)}`)
    .join(", ");

function tell(run: Run): void {
  say(line(cells(run)));
  const stages = Object.entries(run.byStage).map(
    ([stage, { writeUnits, readUnits, seconds }]) =>
      `${stage} ${Math.round(writeUnits)}/${Math.round(readUnits)}/${seconds.toFixed(1)}s`,
  );
  say(`  by stage (writes/reads/time): ${stages.join(", ")}`);
  say(`  writes by row: ${largest(run.byRow.writeUnits)}`);
  say(`  reads by row: ${largest(run.byRow.readUnits)}`);
}

const wanted = process.argv.slice(2).flatMap((text) => (/^\d+$/.test(text) ? [Number(text)] : []));
say("Write and read units from publishing to done; the import of the roster is left out. * with a proposal");
say(line(COLUMNS));
const runs: Run[] = [];
for (const size of SIZES.filter(({ participants }) => wanted.length === 0 || wanted.includes(participants))) {
  const run = await lifeOf(size, (text) => void process.stderr.write(`${text}\n`));
  runs.push(run);
  tell(run);
}
if (json) process.stdout.write(`${JSON.stringify({ runs })}\n`);
const over = runs.filter((run) => run.transitions > MOST_TRANSITIONS || run.historyEvents > MOST_EVENTS);
if (over.length > 0) say(`More than ${MOST_TRANSITIONS} transitions or ${MOST_EVENTS} events: ${over.length} runs`);
const shapes = new Set(runs.map((run) => `${run.proposal}: ${run.transitions} ${run.historyEvents}`));
const grows = shapes.size > new Set(runs.map((run) => run.proposal)).size;
if (grows) say(`Transitions and events should not depend on size: ${[...shapes].join("; ")}`);
process.exitCode = over.length > 0 || grows ? 1 : 0;
