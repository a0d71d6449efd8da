import { beforeAll, describe, expect, it } from "vitest";
import { chance, type Fate, mishaps } from "./mishap.ts";
import { openRig, type Rig, type TaskCall } from "./rig.ts";
import { type Act, endOf, story } from "./story.ts";

type End = Awaited<ReturnType<typeof endOf>>;

/** Tells the story and looks at what is left when everything is over. */
async function told(
  rig: Rig,
  { act, after = rig.settle, cancelled }: { act?: Act; after?: () => Promise<unknown>; cancelled?: boolean } = {},
) {
  const life = await story(rig, act, { cancelled });
  await after();
  const { status, path } = await life.activity.history();
  const end = await endOf(rig, life);
  const left = await rig.useCases.outbox.nextDueAt();
  await rig.close();
  return { end: { ...end, points: pointsWithout(life.activity.id, end.points) }, status, last: path.at(-1), left };
}

const pointsWithout = (id: string, points: End["points"]) =>
  JSON.parse(JSON.stringify(points).replaceAll(id, "activity"));

let calm: Awaited<ReturnType<typeof told>>;
beforeAll(async () => {
  calm = await told(await openRig());
});

it("ends well without any mishap, for the comparison to mean something", () => {
  expect(calm).toMatchObject({ status: "SUCCEEDED", last: "Done", left: undefined });
  expect(calm.end).toMatchObject({
    status: "done",
    places: ["1 placed", "2 placed", "3 released"],
    leaves: ["4 approved"],
    covers: ["1 confirmed"],
    points: { entries: { length: 3 } },
  });
});

/** Lives in which processes die by a plan. @returns how many died */
async function withMishaps(fate: Fate, cancelled = false) {
  const { between, deaths, act } = mishaps(fate);
  const rig = await openRig({ between });
  return { deaths, life: await told(rig, { act: act(rig), cancelled }) };
}

/** As many as Cover writes, which writes most, and more. */
const WRITES = [
  [0, 1, 2],
  [3, 4, 5],
  [6, 7, 8],
  [9, 10, 11],
  [12, 13, 14],
];

describe("a process that dies", () => {
  const dead = new Map<number, string[]>();

  it.each(WRITES)(
    "changes nothing when write %i, %i or %i of a task, an effect or a request was its last",
    async (...lasts) => {
      const lives = await Promise.all(lasts.map((last) => withMishaps(({ nth }) => (nth === 1 ? last : undefined))));
      for (const [at, { deaths }] of lives.entries()) dead.set(lasts[at] ?? 0, deaths);

      for (const { life, deaths } of lives) expect(life, `died: ${deaths}`).toEqual(calm);
    },
  );

  it("has died at every write of every stage's entry and of Award", () => {
    const tasks = new Set([...dead.values()].flat().flatMap((what) => /^task (\w+)/.exec(what)?.[1] ?? []));

    expect([...tasks].sort()).toEqual(["Archive", "Award", "Cover", "Execute", "Recruit", "Survey"]);
    expect(dead.get(0)?.length).toBeGreaterThan(30);
    expect(dead.get(14)).toEqual([]);
  });

  it.each([1, 2, 3])("changes nothing when it happens at any time, again and again (seed %i)", async (seed) => {
    const random = chance(seed);
    const { deaths, life } = await withMishaps(({ nth }) =>
      nth < 4 && random() < 0.5 ? Math.floor(random() * 4) : undefined,
    );

    expect(deaths.length).toBeGreaterThan(10);
    expect(life).toEqual(calm);
  });
});

describe("an activity that is cancelled while covers are arranged", () => {
  let undisturbed: Awaited<ReturnType<typeof told>>;
  beforeAll(async () => {
    undisturbed = await told(await openRig(), { cancelled: true });
  });

  it("ends so without any mishap, with nothing left to send", () => {
    expect(undisturbed).toMatchObject({ status: "SUCCEEDED", last: "Cancelled", left: undefined });
    expect(undisturbed.end).toMatchObject({ status: "cancelled", covers: ["1 void"], points: { entries: [] } });
  });

  it.each([
    [0, 1, 2],
    [3, 4, 5],
  ])("ends so when write %i, %i or %i of anybody was the last", async (...lasts) => {
    const fate =
      (last: number): Fate =>
      ({ nth }) =>
        nth === 1 ? last : undefined;
    const lives = await Promise.all(lasts.map((last) => withMishaps(fate(last), true)));

    for (const { life, deaths } of lives) expect(life, `died: ${deaths}`).toEqual(undisturbed);
  });
});

describe("what happens twice", () => {
  it("changes nothing when each effect is sent by two at once, and all of them again at the end", async () => {
    const rows = new Map<string, Parameters<Rig["between"]["effect"]>[0]>();
    const rig = await openRig({
      between: {
        effect: async (effect, run) => {
          rows.set(effect.id, effect);
          const [handled] = await Promise.all([run(), run()]);
          return handled;
        },
      },
    });
    const life = await told(rig, {
      after: async () => {
        await rig.useCases.outbox.add([...rows.values()], rig.now());
        await rig.sweep();
        await rig.advanceTo("2026-09-21T12:00:00.000Z");
      },
    });

    expect(rows.size).toBeGreaterThan(20);
    expect(life).toEqual(calm);
  });

  it("changes nothing when each task runs twice at once", async () => {
    const rig = await openRig({
      between: { task: async (_, run) => (await Promise.all([run(), run()]))[0] },
    });

    expect(await told(rig)).toEqual(calm);
  });

  it("changes nothing when a task has a late twin, in the next stage and after the end", async () => {
    const calls: (() => Promise<unknown>)[] = [];
    const refused: string[] = [];
    const again = (run: () => Promise<unknown>) => run().catch((error: Error) => refused.push(error.name));
    const rig = await openRig({
      between: {
        task: async (_: TaskCall, run) => {
          for (const earlier of calls) await again(earlier);
          calls.push(run);
          return run();
        },
      },
    });
    const life = await told(rig, {
      after: async () => {
        for (const earlier of calls) await again(earlier);
        await rig.advanceTo("2026-09-21T12:00:00.000Z");
      },
    });

    expect(calls).toHaveLength(6);
    expect(refused).toEqual([]);
    expect(life).toEqual(calm);
  });
});
