import { classify } from "./cover-class.ts";
import type { Coverer, Interval, Need } from "./fitness.ts";
import { matchCovers } from "./matching.ts";

/** Times one matching for an activity of 1,500 participants with 1,100 needs. `--json` prints one JSON document. */

type Shape = { name: string; coverers: number; posts: number; alike: boolean };

const participants = 1500;
const needCount = 1100;
const rounds = 5;
const shapes: Shape[] = [
  { name: "alike: 12 posts, 6 shifts a day", coverers: 1500, posts: 12, alike: true },
  { name: "alike, too few coverers", coverers: 700, posts: 12, alike: true },
  { name: "all different: one post, own hours", coverers: 1500, posts: 1, alike: false },
  { name: "all different, just enough", coverers: 1100, posts: 1, alike: false },
  { name: "all different, too few coverers", coverers: 700, posts: 1, alike: false },
  { name: "all different, 12 posts", coverers: 1500, posts: 12, alike: false },
];

const runs = shapes.map(measure);
if (process.argv.includes("--json")) process.stdout.write(`${JSON.stringify({ runs })}\n`);
else for (const run of runs) process.stdout.write(`${line(run)}\n`);

function line(run: ReturnType<typeof measure>): string {
  const size = `${run.needs} needs (${run.needClasses} classes), ${run.coverers} coverers (${run.covererClasses})`;
  return `${run.name}: ${size}: ${run.filled} filled, median ${run.medianMs} ms, worst ${run.worstMs} ms`;
}

function measure(shape: Shape) {
  const { needs, coverers } = instance(shape);
  const filled = matchCovers(needs, coverers).assignments.length;
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    matchCovers(needs, coverers);
    return Math.round(performance.now() - start);
  }).sort((one, other) => one - other);
  const { needClasses, covererClasses } = classify(needs, coverers);
  return {
    name: shape.name,
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

function instance({ coverers, posts, alike }: Shape): { needs: Need[]; coverers: Coverer[] } {
  const draw = drawer(posts * 1000 + coverers);
  const post = (index: number) => `post-${String(index % posts).padStart(2, "0")}`;
  /** Alike: one of six shifts; different: own hours to the minute. */
  const hours = (): Interval => {
    const startMinutes = alike ? draw(6) * 240 : draw(1200);
    return { from: instant(startMinutes), to: instant(startMinutes + (alike ? 240 : 60 + draw(420))) };
  };
  const place = () => {
    const department = draw(alike ? 8 : 40);
    return { department: `department-${department}`, branchId: `branch-${department % 20}` };
  };
  return {
    needs: Array.from({ length: needCount }, (_, index) => {
      const own = draw(posts);
      return {
        needId: `need-${index}`,
        post: post(own),
        coverableBy: [post(own + 1)],
        ...place(),
        ...hours(),
        declinedBy: [],
      };
    }),
    coverers: Array.from({ length: coverers }, (_, index) => ({
      memberId: `member-${index}`,
      post: post(draw(posts)),
      ...place(),
      coversThisYear: alike ? draw(5) : index % 400,
      busy: draw(3) === 0 ? [] : [hours()],
    })),
  };
}

function instant(minutes: number): string {
  return new Date(Date.UTC(2026, 2, 7) + minutes * 60_000).toISOString();
}

/** A repeatable source of natural numbers below a bound (mulberry32). */
function drawer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
