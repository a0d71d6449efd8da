import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Awards, dynamoAwards } from "./award.store.ts";
import { supersede } from "./move.ts";
import { AT, fresh } from "./run.builder.ts";

let tables: TestTable;
let awards: Awards;
beforeAll(async () => {
  tables = await testTable();
  awards = dynamoAwards(tables.table);
});
afterAll(() => tables.stop());

const nothing = { effects: [], audit: [] };
const of = (year: number) => ({ ...fresh(), year });

describe("beginning a run", () => {
  it("happens once, however many begin it at the same moment", async () => {
    const year = await awards.year(2001);
    const begun = await Promise.all(Array.from({ length: 8 }, () => awards.begin(of(2001), year, nothing)));

    expect(begun.filter(Boolean)).toHaveLength(1);
    expect(await awards.year(2001)).toMatchObject({ latest: 1 });
    expect(await awards.runsOf(await awards.year(2001))).toEqual([of(2001)]);
  });

  it("does not happen when the draw's source changed meanwhile", async () => {
    const year = await awards.year(2002);
    const source = { source: "收盘", knownFrom: AT, announcedBy: "mem_1", announcedAt: AT };
    await awards.changeYear(2002, (before) => ({ item: { ...before, source } }));

    expect(await awards.begin(of(2002), year, nothing)).toBe(false);
    expect(await awards.year(2002)).toMatchObject({ latest: 0, source });
  });
});

describe("a run's rows", () => {
  it("change one after the other", async () => {
    await awards.begin(of(2003), await awards.year(2003), nothing);
    const key = { year: 2003, run: 1 };
    const bump = () => awards.change(key, AT, (run) => ({ item: supersede(run, { at: AT, definition: "1" }) }));
    await Promise.all([bump(), bump(), bump()]);

    expect(await awards.get(key)).toMatchObject({ generation: 4, version: 3 });
  });

  it("keep the token of the latest generation, visit and attempt", async () => {
    const token = {
      year: 2004,
      run: 1,
      token: "a",
      stage: "Notice" as const,
      attempt: 0,
      plan: { Committee: [], Notice: [] },
      at: AT,
    };
    const keep = (generation: number, visit: number) => awards.keepToken({ ...token, generation, visit });
    const kept = [
      await keep(1, 0),
      await keep(1, 10),
      await keep(1, 9),
      await keep(2, 0),
      await keep(1, 11),
      await keep(2, 0),
    ];

    expect(kept).toEqual([true, true, false, true, false, true]);
  });

  it("hold parts under their digest, with people beside them", async () => {
    const key = { year: 2005, run: 1 };
    const part = { digest: "d", part: 3, lines: '{"kind":"person"}\n', memberIds: ["mem_1"] };
    await awards.putPart(key, part);

    expect(await awards.part(key, "d", 3)).toEqual(part);
    expect(await awards.part(key, "d", 4)).toBeUndefined();
  });

  it("say what is missing", async () => {
    await expect(awards.get({ year: 1999, run: 1 })).rejects.toMatchObject({ code: "award.missing" });
    await expect(awards.objection({ year: 1999, run: 1 }, "obj_1")).rejects.toMatchObject({ code: "award.missing" });
  });
});
