import { setImmediate as turn } from "node:timers/promises";
import { expect, it } from "vitest";
import { gathering } from "./gathering.ts";

interface Asked {
  at: string;
  who: number;
}

/** Groups as they were served; each ends when it is let go. */
function opened({ most = 3, fails = (_: readonly Asked[]): boolean => false } = {}) {
  const groups: number[][] = [];
  const gates: (() => void)[] = [];
  const ask = gathering<Asked, string>(
    async (group) => {
      groups.push(group.map(({ who }) => who));
      await new Promise<void>((resolve) => gates.push(resolve));
      if (fails(group)) throw new Error("refused");
      return group.map(({ who }) => `for ${who}`);
    },
    { place: ({ at }) => at, one: ({ who }) => String(who), most },
  );
  const letGo = async () => {
    gates.shift()?.();
    await turn();
  };
  return { groups, letGo, ask: (who: number, at = "here") => ask({ at, who }) };
}

it("serves the first alone and who comes meanwhile together, in the order of arrival and not too many", async () => {
  const { groups, letGo, ask } = opened();
  const answers = Promise.all([1, 2, 3, 4, 5].map((who) => ask(who)));
  for (let group = 1; group <= 3; group += 1) await letGo();

  expect(await answers).toEqual(["for 1", "for 2", "for 3", "for 4", "for 5"]);
  expect(groups).toEqual([[1], [2, 3, 4], [5]]);
});

it("has nobody twice in a group", async () => {
  const { groups, letGo, ask } = opened();
  const answers = Promise.all([1, 2, 2, 3].map((who) => ask(who)));
  for (let group = 1; group <= 3; group += 1) await letGo();

  expect(await answers).toEqual(["for 1", "for 2", "for 2", "for 3"]);
  expect(groups).toEqual([[1], [2, 3], [2]]);
});

it("lets nobody wait for another place", async () => {
  const { groups, ask, letGo } = opened();
  const answers = Promise.all([ask(1), ask(2, "there")]);

  expect(groups).toEqual([[1], [2]]);
  await letGo();
  await letGo();
  await answers;
});

it("fails for a whole group, and goes on with the next", async () => {
  const { letGo, ask } = opened({ fails: (group) => group.length === 2 });
  const answers = Promise.allSettled([ask(1), ask(2), ask(2), ask(3)]);
  for (let group = 1; group <= 3; group += 1) await letGo();

  expect((await answers).map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "rejected"]);
});
