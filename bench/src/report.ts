import type { Told } from "./child.ts";
import type { Figures } from "./load.ts";
import type { Waiting } from "./waiting/waiting.ts";

export interface Report {
  node: string;
  processors: string;
  subjects: Record<string, Told>;
  waiting: Waiting;
  targets: Target[];
}

export interface Target {
  what: string;
  figure: number;
  bound: number;
  met: boolean;
}

export const names: Record<string, string> = {
  passes: "Yigong, 10 states",
  tasks: "Yigong, 10 tasks",
  restate: "Restate",
  dbos: "DBOS",
  openworkflow: "OpenWorkflow",
};

const figuresOf = (told: Told | undefined): Figures | undefined =>
  told && "figures" in told ? told.figures : undefined;

const target = (what: string, figure: number, bound: number, isLeast = false): Target => ({
  what,
  figure,
  bound,
  met: isLeast ? figure >= bound : figure <= bound,
});

/** What the engine was promised to do. */
export function targetsOf(
  subjects: Report["subjects"],
  { waiting, processMs, rssAfterMiB, resume }: Waiting,
): Target[] {
  const passes = figuresOf(subjects.passes);
  const running = passes && [
    target("10 JSONata states: workflows a second at 128 in flight, at least", passes.perSecond, 1_000, true),
    target("10 JSONata states: p50 alone in ms, at most", passes.alone.p50, 10),
  ];
  return [
    ...(running ?? []),
    target(`${waiting} waiting: ready in ms from the start of the process, at most`, processMs, 2_000),
    target(`${waiting} waiting: resident MiB after the answers, at most`, rssAfterMiB, 300),
    target(`${waiting} waiting: resumed, p99 in ms, at most`, resume.p99, 5),
  ];
}

const number = (value: number | null): string =>
  value === null ? "-" : value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2);
const times = (value: number): string => `${number(value)}x`;

function row(name: string, told: Told, base: Figures | undefined): string[] {
  const figures = figuresOf(told);
  const label = names[name] ?? name;
  if (!figures) return [label, "-", "-", "-", "-", "-", "-", "-"];
  const { perSecond, loaded, alone } = figures;
  const sync = "disk" in told ? number(told.disk.p50) : "-";
  const ratios = base ? [times(base.perSecond / perSecond), times(alone.p50 / base.alone.p50)] : ["-", "-"];
  return [label, number(perSecond), ...ratios, number(alone.p50), number(alone.p99), number(loaded.p50), sync];
}

const heading = ["", "per second", "Yigong/it", "it/Yigong", "p50 alone", "p99 alone", "p50 loaded", "sync"];
const line = (cells: readonly string[]) =>
  cells.map((cell, at) => (at === 0 ? cell.padEnd(20) : cell.padStart(12))).join("");

/** The report as lines for people. */
export function linesOf({ node, processors, subjects, waiting, targets }: Report): string[] {
  const base = figuresOf(subjects.tasks);
  const told = Object.entries(subjects);
  return [
    `Workflows of 10 steps, one by one and with 128 in flight; times in ms. Node ${node}, ${processors}.`,
    "Sync is what one small SQLite commit with full sync took just before (p50): others may use the disk too.",
    "Ratios compare with Yigong's 10 tasks, which do what the others' steps do: throughput, then p50 alone.",
    "",
    line(heading),
    ...told.map(([name, each]) => line(row(name, each, base))),
    "",
    ...told.map(
      ([name, each]) => `${names[name] ?? name}: ${"absent" in each ? `not measured: ${each.absent}` : each.setUp}`,
    ),
    "",
    `${waiting.waiting} executions waiting on tokens (started in ${number(waiting.fillSeconds)} s): open in ${number(waiting.openMs)} ms, ${number(waiting.processMs)} ms from the start of the process, ${number(waiting.rssMiB)} MiB, ${number(waiting.rssAfterMiB)} MiB after ${waiting.answered} answers;`,
    `answered one by one, ${number(waiting.resume.p50)} ms p50 and ${number(waiting.resume.p99)} ms p99 to the durable end; plain small commits in between took ${number(waiting.plain.p50)} and ${number(waiting.plain.p99)} ms.`,
    "",
    ...targets.map(
      ({ what, figure, bound, met }) => `${met ? "met   " : "MISSED"}  ${what} ${bound}: ${number(figure)}`,
    ),
  ];
}
