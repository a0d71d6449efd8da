import { beginRun } from "@yigong/application/award/begin-run.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { chance, type Fate, mishaps } from "../stage-rules/mishap.ts";
import { type Between, calm as unharmed } from "../stage-rules/rig.ts";
import { JANUARY, memberId, openScene, type Scene, YEAR } from "./scene.ts";
import { endOf, story } from "./story.ts";

type End = Awaited<ReturnType<typeof endOf>>;

let calm: End;
beforeAll(async () => {
  const scene = await openScene();
  await story(scene);
  calm = await endOf(scene);
  await scene.close();
});

it("ends well without any mishap, for the comparison to mean something", () => {
  expect(calm).toMatchObject({
    status: "done",
    latest: 1,
    notices: ["proposed published", "published published"],
    posted: ["award-2026-1-proposed", "award-2026-1-published"],
    certificates: { length: 5 },
    messages: { length: 22 },
  });
});

async function withMishaps(fate: Fate) {
  const { between, deaths, act } = mishaps(fate);
  const scene = await openScene({ between });
  await story(scene, act(scene));
  const end = await endOf(scene);
  await scene.close();
  return { deaths, end };
}

describe("a process that dies", () => {
  const dead = new Map<number, string[]>();

  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8])(
    "changes nothing when write %i of each task, effect and request was its last",
    async (last) => {
      const { deaths, end } = await withMishaps(({ nth }) => (nth === 1 ? last : undefined));
      dead.set(last, deaths);

      expect(end, `died: ${deaths}`).toEqual(calm);
    },
  );

  it("has died at every write of every task", () => {
    const tasks = new Set([...dead.values()].flat().flatMap((what) => /^task (\w+)/.exec(what)?.[1] ?? []));

    expect([...tasks].sort()).toEqual(["Committee", "CountShard", "Freeze", "Notice", "Publish", "Rank"]);
    expect(dead.get(8)).toEqual([]);
  });

  it.each([1, 2, 3])("changes nothing when it happens at any time, again and again (seed %i)", async (seed) => {
    const random = chance(seed);
    const { deaths, end } = await withMishaps(({ nth }) =>
      nth < 5 && random() < 0.4 ? Math.floor(random() * 5) : undefined,
    );

    expect(end, `died: ${deaths}`).toEqual(calm);
  });
});

describe("a run that is begun twice at once", () => {
  it("is one run", async () => {
    const scene = await openScene();
    await scene.engine.advanceTo(JANUARY);
    const begin = (number: number) =>
      beginRun(scene.useCases.awardDeps)(YEAR, { cause: { kind: "requested", by: memberId(number) }, at: scene.now() });
    const begun = await Promise.allSettled([begin(101), begin(102), begin(103), scene.app.jobs.awardRun()]);
    await scene.settle();
    const { latest } = await scene.useCases.awards.year(YEAR);
    await scene.close();

    expect(begun.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    expect(latest).toBe(1);
  });

  it("has one set of certificates and one announcement, though every task and effect runs twice at once", async () => {
    const twice = async <Result>(run: () => Promise<Result>): Promise<Result> => {
      const [first] = await Promise.all([run(), run()]);
      return first;
    };
    const between: Between = { ...unharmed, task: (_, run) => twice(run), effect: (_, run) => twice(run) };
    const scene = await openScene({ between });
    await story(scene);
    const end = await endOf(scene);
    await scene.close();

    expect(end).toEqual(calm);
  });
});

/** Starts the run's execution once more: AWS forgets names after 90 days, so that a late start effect would do so. */
async function startAgain(scene: Scene, name: string) {
  const input = JSON.stringify({
    year: YEAR,
    run: 1,
    generation: 1,
    stage: "Freeze",
    plan: { Committee: [], Notice: [] },
    shards: 0,
  });
  await scene.engine.call("StartExecution", { stateMachineArn: scene.stateMachineArn, name, input });
  await scene.settle();
}

describe("a run that is repeated", () => {
  it.each([91, 400])("after %i days issues, posts and tells nothing, and comes to its end", async (days) => {
    const calls: { name: string; payload: object }[] = [];
    const between: Between = {
      ...unharmed,
      task: ({ name, payload }, run) => {
        calls.push({ name, payload });
        return run();
      },
    };
    const scene = await openScene({ between });
    await story(scene);
    const before = [scene.board.length, scene.told.length, (await scene.run()).version];
    await scene.engine.advanceTo(new Date(Date.parse(scene.now()) + days * 86_400_000).toISOString());
    await startAgain(scene, "again");
    const tasks = scene.app.tasks as Record<string, (event: unknown) => Promise<unknown>>;
    const answers = await Promise.allSettled(calls.map(({ name, payload }) => tasks[name]?.(payload)));
    await scene.app.jobs.watchdog();
    await scene.job();
    const [end, after] = [await endOf(scene), [scene.board.length, scene.told.length, (await scene.run()).version]];
    const { status } = (await scene.engine.call("DescribeExecution", {
      executionArn: `${scene.stateMachineArn.replace(":stateMachine:", ":execution:")}:again`,
    })) as { status: string };
    await scene.close();

    expect(end).toEqual(calm);
    expect(after).toEqual(before);
    expect(new Set(answers.map((one) => (one.status === "rejected" ? one.reason.code : "done")))).toEqual(
      new Set(["done", "award.superseded"]),
    );
    expect(status).toBe("SUCCEEDED");
  });

  it("counts nothing that came after the freeze, whenever it is counted", async () => {
    const results: string[] = [];
    for (const late of [false, true]) {
      const between: Between = {
        ...unharmed,
        task: async ({ name }, run) => {
          if (late && name === "CountShard") await scene.post(1, { activity: 9, attendances: 5 });
          return run();
        },
      };
      const scene = await openScene({ between });
      await scene.engine.advanceTo(JANUARY);
      await scene.begin();
      results.push(await scene.exported());
      await scene.close();
    }

    expect(results[1]).toBe(results[0]);
    expect(results[0]).toContain('"kind":"result"');
  });

  it("stops when a chain does not come to its frozen head", async () => {
    const between: Between = {
      ...unharmed,
      task: async ({ name }, run) => {
        const { accountsOf, chainOf } = scene.useCases.ledger;
        const touched = async (pseudonym: string) => {
          const [first, ...rest] = await chainOf(pseudonym);
          return first ? [{ ...first, entry: { ...first.entry, points: first.entry.points + 100 } }, ...rest] : rest;
        };
        if (name === "CountShard")
          scene.useCases.awardDeps.ledger = { ...scene.useCases.ledger, accountsOf, chainOf: touched };
        return run();
      },
    };
    const scene = await openScene({ between });
    await scene.engine.advanceTo(JANUARY);
    await scene.begin();
    const { status, path } = await scene.history();
    await scene.close();

    expect([status, path.at(-1)]).toEqual(["FAILED", "Stopped"]);
  });

  it("gives the same bytes from the same manifest, wherever it was interrupted", async () => {
    const scene = await openScene();
    await scene.engine.advanceTo(JANUARY);
    await scene.begin();
    const first = await scene.exported();
    const tasks = scene.app.tasks as Record<string, (event: unknown) => Promise<unknown>>;
    const call = { year: YEAR, run: 1, generation: 1, at: "2027-06-01T00:00:00.000Z" };
    await scene.post(1, { activity: 9, attendances: 5 });
    await tasks.Freeze?.(call);
    await tasks.CountShard?.({ ...call, shard: 0 });
    await tasks.Rank?.(call);
    const again = await scene.exported();
    await scene.close();

    expect(again).toBe(first);
    expect(first).toContain('"kind":"result"');
  });
});

describe("an execution that vanished", () => {
  it.each(["deciding", "noticed"] as const)("is replaced while the run is %s, and the run goes on", async (status) => {
    const scene = await openScene();
    await scene.engine.advanceTo(JANUARY);
    await scene.begin();
    if (status === "noticed") await scene.confirm();
    const executionArn = `${scene.stateMachineArn.replace(":stateMachine:", ":execution:")}:award-2026-1-1`;
    await scene.engine.call("StopExecution", { executionArn });
    if (status === "deciding") await scene.engine.advanceTo("2027-11-20T00:00:00.000Z");
    else await scene.engine.advanceTo("2027-01-22T12:00:00.000Z");
    await scene.app.jobs.watchdog();
    await scene.settle();
    if (status === "deciding") await scene.confirm();
    await scene.advanceTo("2027-12-05T00:00:00.000Z");
    const run = await scene.run();
    await scene.close();

    expect(run).toMatchObject({ status: "done", generation: 2 });
  });
});
