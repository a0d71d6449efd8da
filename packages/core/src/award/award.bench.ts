import { createHash } from "node:crypto";
import { canonical, chained, GENESIS } from "../points/canonical.ts";
import { manifest, year } from "./award.builder.ts";
import { SHARD } from "./part.ts";
import { resultOf } from "./result.ts";
import type { Counted } from "./standing.ts";
import { tallyOfYear } from "./tally.ts";

// Times a year's computation, from entries one person at a time to the digest of all bytes. `--json` prints one document.

const shapes = [
  { name: "10,000 people, 200,000 entries", people: 10_000, entriesEach: 20, activities: 1_000 },
  { name: "10,000 people, 1,000,000 entries", people: 10_000, entriesEach: 100, activities: 5_000 },
];
const MB = 1024 * 1024;
/** Begin, Freeze, Count, Rank, Committee, Notice, Publish, Done; and one a shard. */
const STATES = 8;

const runs = shapes.map(measure);
if (process.argv.includes("--json")) process.stdout.write(`${JSON.stringify({ runs })}\n`);
else for (const run of runs) process.stdout.write(`${line(run)}\n`);

function line(run: ReturnType<typeof measure>): string {
  const { name, computeMs, chainMs, peakHeapMb, peakRssMb, transitions, digest } = run;
  return `${name}: ${computeMs} ms to compute, ${chainMs} ms more to check every chain; heap at most ${peakHeapMb} MB, process ${peakRssMb} MB; ${transitions} transitions; ${digest}`;
}

/** The makers of test data are not timed: only what a run does with the entries of one person after another. */
function measure({ name, ...shape }: (typeof shapes)[number]) {
  let [computeMs, chainMs, peakHeap] = [0, 0, 0];
  const chains = createHash("sha256");
  const counted: Counted[] = [];
  for (const { person, entries } of year(shape)) {
    const begun = performance.now();
    const tally = tallyOfYear(person.pseudonym, entries);
    const tallied = performance.now();
    chains.update(entries.reduce((hash, entry) => chained(hash, canonical(entry)), GENESIS));
    computeMs += tallied - begun;
    chainMs += performance.now() - tallied;
    counted.push({ person, tally });
    if (counted.length % 500 === 0) peakHeap = Math.max(peakHeap, process.memoryUsage().heapUsed);
  }
  const begun = performance.now();
  const { digest } = resultOf(manifest({ people: shape.people }), counted);
  computeMs += performance.now() - begun;
  peakHeap = Math.max(peakHeap, process.memoryUsage().heapUsed);
  return {
    name,
    people: shape.people,
    entries: shape.people * shape.entriesEach,
    transitions: STATES + Math.ceil(shape.people / SHARD),
    computeMs: Math.round(computeMs),
    chainMs: Math.round(chainMs),
    peakHeapMb: Math.round(peakHeap / MB),
    peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
    digest,
    chains: chains.digest("hex"),
  };
}
