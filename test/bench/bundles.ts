import { type Bundle, bundle, bundleFolder, entries, importOnce } from "@yigong/testing/bundle.ts";

const TIMES = 11;
/** What a person waits for who opens a link on a phone. */
const BOUNDS: Readonly<Record<string, { kilobytes: number; ms: number }>> = {
  "survey-pages": { kilobytes: 120, ms: 30 },
};

const json = process.argv.includes("--json");
const say = (line: string) => void (json ? process.stderr : process.stdout).write(`${line}\n`);

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const tenth = (value: number): number => Math.round(value * 10) / 10;

/** The packages that a bundle is made of, largest first, with kilobytes. */
function parts({ inputs }: Bundle): [string, number][] {
  const sums = new Map<string, number>();
  for (const [path, bytes] of Object.entries(inputs)) {
    const part = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? /^packages\/[^/]+/.exec(path)?.[0] ?? path;
    sums.set(part, (sums.get(part) ?? 0) + bytes);
  }
  return [...sums].sort(([, a], [, b]) => b - a).map(([part, bytes]) => [part, tenth(bytes / 1024)]);
}

function measured(one: Bundle) {
  const runs = Array.from({ length: TIMES }, () => importOnce(one.file));
  const wallMs = runs.map((run) => tenth(run.wallMs));
  const cpuMs = runs.map((run) => tenth(run.cpuMs));
  return { name: one.name, bytes: one.bytes, parts: parts(one), wallMs, cpuMs };
}

/** Says an entry's bounds, if it has any; the command fails when it is beyond one. */
function judge(name: string, found: { kilobytes: number; ms: number }): void {
  const bound = BOUNDS[name];
  if (!bound) return;
  const isWithin = found.kilobytes <= bound.kilobytes && found.ms <= bound.ms;
  if (!isWithin) process.exitCode = 1;
  say(`  ${isWithin ? "within" : "BEYOND"} its bound of ${bound.kilobytes} kB and ${bound.ms} ms`);
}

const { folder, remove } = bundleFolder();
try {
  say(`Each entry minified; its import on Node ${process.versions.node}, median of ${TIMES} fresh processes`);
  say(`${"entry".padEnd(22)}${"kB".padStart(9)}${"ms".padStart(9)}${"CPU ms".padStart(9)}  largest parts, kB`);
  const wanted = process.argv.slice(2).filter((word) => !word.startsWith("-"));
  const found = [];
  for (const name of entries().filter((entry) => wanted.length === 0 || wanted.includes(entry))) {
    const one = measured(await bundle(name, folder));
    found.push(one);
    const numbers = [one.bytes / 1024, median(one.wallMs), median(one.cpuMs)].map((value) =>
      value.toFixed(1).padStart(9),
    );
    const largest = one.parts.slice(0, 5).map(([part, kilobytes]) => `${part} ${kilobytes}`);
    say(`${name.padEnd(22)}${numbers.join("")}  ${largest.join(", ")}`);
    judge(name, { kilobytes: one.bytes / 1024, ms: median(one.wallMs) });
  }
  if (json) process.stdout.write(`${JSON.stringify({ node: process.versions.node, bundles: found })}\n`);
} finally {
  remove();
}
