import { enter, prepare } from "@yigong/core/award/move.ts";
import { AT, deciding, fresh } from "@yigong/core/award/run.builder.ts";
import type * as Run from "@yigong/core/award/run.ts";
import { plusHours } from "@yigong/core/lib/time.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import { describe, expect, it } from "vitest";
import { tellStuckRuns } from "./tell-stuck-runs.ts";

/** What is told of the newest run of a year, so many hours after it began. */
async function toldAfter(run: Run.Info, ...hours: number[]) {
  const added: Effect[] = [];
  const names: string[][] = [];
  for (const span of hours) {
    const awards = {
      year: async (year: number) => ({ latest: year === run.year ? run.run : 0 }),
      get: async () => run,
    };
    const deps = {
      awards,
      outbox: { add: async (effects: readonly Effect[]) => void added.push(...effects) },
      zone: "Asia/Shanghai",
      wake: () => {},
      now: () => plusHours(AT, span),
    } as unknown as Parameters<typeof tellStuckRuns>[0];
    names.push(await tellStuckRuns(deps)());
  }
  return { added, names };
}

const entered = (run: Run.Info, stage: Run.Stage) => enter(run, stage, AT);

describe("a run that is under way", () => {
  it.each([
    ["freezes for less than six hours", entered(fresh(), "Freeze"), 5.99, 0],
    ["freezes for six hours", entered(fresh(), "Freeze"), 6, 2],
    ["never began", fresh(), 6, 2],
    ["waits for the committee, which nobody has told", entered(deciding(), "Committee"), 6, 2],
    ["waits for the committee, which was told", prepare(entered(deciding(), "Committee"), "Committee"), 24 * 30, 0],
  ])("and %s is told as it should be", async (_, run, hours, told) => {
    const { added, names } = await toldAfter(run, hours);

    expect(added.map((effect) => effect.kind === "message.send" && effect.to)).toEqual(
      [
        { kind: "role", role: "administrator" },
        { kind: "role", role: "committee" },
      ].slice(0, told),
    );
    expect(names[0]?.length).toBe(told / 2);
  });

  it("is counted each hour and told once", async () => {
    const { added, names } = await toldAfter(fresh(), 6, 7, 8);

    expect(names.map(({ length }) => length)).toEqual([1, 1, 1]);
    expect(new Set(added.map(({ id, dueAt }) => `${id} ${dueAt}`)).size).toBe(2);
  });
});
