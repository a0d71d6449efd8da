import { testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Table } from "../lib/table.ts";
import { account, days } from "./root.builder.ts";
import { dynamoRoots } from "./root.store.ts";
import { lengthsAt, seal } from "./root.ts";

const audit = (n: number) => ({
  subjectId: "ledger",
  id: `root.${n}`,
  at: "2026-09-01T00:00:00.000Z",
  action: "ledger.root",
  actorId: "system",
});

describe("the roots in the store", () => {
  let table: Table;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    ({ table, stop } = await testTable());
  });
  afterAll(() => stop());

  it("are appended once a number, come back as they were, and tell how long each chain is", async () => {
    const roots = dynamoRoots(table);
    const sealed = days(33);
    for (const one of sealed) expect(await roots.append(one, audit(one.root.n))).toBe(true);
    const [first] = sealed;
    if (!first) throw new Error("no root");

    expect(await roots.append({ ...first, moved: [] }, audit(1))).toBe(false);
    expect(await roots.last()).toEqual(sealed[32]);
    expect((await roots.sinceFull()).map(({ root }) => root.n)).toEqual([31, 32, 33]);
    expect(lengthsAt(await roots.sinceFull())).toEqual(
      new Map([
        ["a", 33],
        ["b", 1],
      ]),
    );

    const page = await roots.page({ limit: 20 });
    const rest = await roots.page({ limit: 20, cursor: page.cursor });

    expect([...page.items, ...rest.items]).toEqual(sealed);
    expect(rest.cursor).toBeUndefined();
  });

  it("take more chains than one item holds", async () => {
    const roots = dynamoRoots(table);
    const [before] = (await roots.page({ limit: 1, cursor: "32" })).items;
    const many = Array.from({ length: 12_000 }, (_, at) => account(String(at).padStart(26, "0"), 1));
    const lengths = new Map<string, number>();
    const sealed = seal(many, {
      before: before && { last: before, lengths },
      day: "2026-09-02",
      at: "2026-09-02T00:00:00.000Z",
    });

    expect(await roots.append(sealed, audit(34))).toBe(true);
    expect(await roots.last()).toEqual(sealed);
  });
});
