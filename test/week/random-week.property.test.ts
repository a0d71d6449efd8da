import fc from "fast-check";
import { expect, it } from "vitest";
import { COMMANDS, type CommandName, WEIGHTS } from "./commands.ts";
import { draws } from "./draw.ts";
import { faultsAtEnd, faultsNow } from "./invariants.ts";
import { openWeek, oweChanges, type Planned, type Week } from "./week.ts";

/**
 * The same weeks each time, so that a change is judged by itself. `YIGONG_WEEKS=200 npx vitest run test/week` looks for
 * longer and at other weeks; `YIGONG_SEED` at those that a report names.
 */
const { YIGONG_WEEKS, YIGONG_SEED = YIGONG_WEEKS ? undefined : "101" } = process.env;
const WEEKS = Number(YIGONG_WEEKS ?? 4);
const SEED = YIGONG_SEED ? { seed: Number(YIGONG_SEED) } : {};
const MINUTE = 60_000;
/** A week takes a few seconds, and many times that on a busy machine. */
const TIMEOUT = Math.max(15, WEEKS) * MINUTE;
const DAYS = 7;

const planned: fc.Arbitrary<Planned> = fc.record({
  in: fc.integer({ min: 3, max: 6 }),
  sessions: fc.array(fc.record({ from: fc.constantFrom(9, 10, 14), hours: fc.integer({ min: 2, max: 3 }) }), {
    ...{ minLength: 1, maxLength: 2 },
  }),
  headCount: fc.integer({ min: 1, max: 3 }),
  recruitDaysBefore: fc.integer({ min: 1, max: 2 }),
  isNarrow: fc.boolean(),
});
const names = Object.entries(WEIGHTS).map(([name, weight]) => ({
  ...{ weight, arbitrary: fc.constant(name as CommandName) },
}));
const step = fc.record({
  minute: fc.nat(DAYS * 24 * 60),
  name: fc.oneof(...names),
  draw: draws,
});
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** These come early in the week, while there is something to sign up for and to decide about. */
const EARLY: readonly CommandName[] = ["signUp", "askMoney", "decideMoney", "beginSeries", "widen"];
const minuteOf = ({ name, minute }: Step) => (EARLY.includes(name) ? Math.floor(minute / 4) : minute);

async function passTo(week: Week, instant: string): Promise<void> {
  await week.house.advanceTo(instant);
  await oweChanges(week, "time passes");
}

/** When the first offer of a place ends, if it does before an instant. */
const endsOf = ({ house, standing }: Week, until: string): string | undefined =>
  standing.places
    .flatMap((row) => (row.state === "offered" ? [row.expiresAt] : []))
    .filter((at) => at > house.machine.now() && at < until)
    .sort()[0];

async function live(week: Week, steps: readonly Step[]): Promise<string[]> {
  const begin = Date.parse(week.house.machine.now());
  const pass = async (minutes: number) => {
    const until = new Date(begin + minutes * MINUTE).toISOString();
    // Who is asked next is seen only where an offer ends.
    for (let ends = endsOf(week, until); ends !== undefined; ends = endsOf(week, until)) await passTo(week, ends);
    await passTo(week, until);
  };
  for (const one of steps.toSorted((a, b) => minuteOf(a) - minuteOf(b))) {
    await pass(minuteOf(one));
    await COMMANDS[one.name](week, one.draw);
    const faults = await faultsNow(week);
    if (faults.length > 0) return faults;
  }
  await pass((DAYS + 2) * 24 * 60);
  return [...(await faultsNow(week)), ...(await faultsAtEnd(week))];
}

it(
  "whatever people do in a week, nobody is in two places, no place or cover is given twice, and everybody concerned is told once",
  async () => {
    const weeks = fc.asyncProperty(
      fc.array(planned, { minLength: 2, maxLength: 4 }),
      fc.array(step, { minLength: 20, maxLength: 45, size: "max" }),
      async (activities, steps) => {
        const week = await openWeek(activities);
        try {
          const faults = await live(week, steps);

          expect({ faults, log: faults.length > 0 ? week.model.log : [] }).toEqual({ faults: [], log: [] });
        } finally {
          await week.close();
        }
      },
    );

    await fc.assert(weeks, {
      ...SEED,
      numRuns: WEEKS,
      ...(YIGONG_WEEKS ? {} : { interruptAfterTimeLimit: 60_000 }),
      endOnFailure: !process.env.YIGONG_SHRINK,
    });
  },
  TIMEOUT,
);
