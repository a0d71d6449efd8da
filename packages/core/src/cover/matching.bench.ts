import { type Crowd, crowd } from "./cover.builder.ts";
import { classify } from "./cover-class.ts";
import { matchCovers } from "./matching.ts";

// Times one matching for an activity of 1,500 participants, of whom 1,100 have a shift then. `--json` prints one document.

const participants = 1500;
const needs = 1100;
const rounds = 5;
const shapes: (Crowd & { name: string })[] = [
  { name: "alike, 12 posts, 6 shifts a day", needs, coverers: 1500, posts: 12, hours: "shifts" },
  { name: "alike, too few coverers", needs, coverers: 700, posts: 12, hours: "shifts" },
  { name: "all different, 12 posts", needs, coverers: 1500, posts: 12, hours: "own" },
  { name: "all different, one post", needs, coverers: 1500, posts: 1, hours: "own" },
  { name: "all different, one post, just enough", needs, coverers: 1100, posts: 1, hours: "own" },
  { name: "all different, one post, too few coverers", needs, coverers: 700, posts: 1, hours: "own" },
  { name: "each longer than the one before, one post", needs, coverers: 1500, posts: 1, hours: "nested" },
];

const runs = shapes.map(measure);
if (process.argv.includes("--json")) process.stdout.write(`${JSON.stringify({ runs })}\n`);
else for (const run of runs) process.stdout.write(`${line(run)}\n`);

function line(run: ReturnType<typeof measure>): string {
  const size = `${run.needs} needs (${run.needClasses} classes), ${run.coverers} coverers (${run.covererClasses})`;
  return `${run.name}: ${size}: ${run.filled} filled, median ${run.medianMs} ms, worst ${run.worstMs} ms`;
}

function measure({ name, ...shape }: Crowd & { name: string }) {
  const { needs, coverers } = crowd(shape);
  const { needClasses, covererClasses } = classify(needs, coverers);
  const filled = matchCovers(needs, coverers).assignments.length;
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    matchCovers(needs, coverers);
    return Math.round(performance.now() - start);
  }).sort((one, other) => one - other);
  return {
    name,
    participants,
    needs: needs.length,
    needClasses: needClasses.length,
    coverers: coverers.length,
    covererClasses: covererClasses.length,
    filled,
    medianMs: times[Math.floor(rounds / 2)],
    worstMs: times.at(-1),
  };
}
