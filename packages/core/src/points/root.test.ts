import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testTable } from "../../../../test/lib/store.ts";
import type { Table } from "../lib/table.ts";
import { type Account, opened } from "./account.ts";
import { dynamoRoots } from "./root.store.ts";
import { headsDigest, lengthsAt, type Sealed, seal } from "./root.ts";

const account = (pseudonym: string, seq: number): Account => ({
  ...opened(pseudonym),
  seq,
  hash: String(seq).padStart(64, "0"),
});
const audit = (n: number) => ({
  subjectId: "ledger",
  id: `root.${n}`,
  at: "2026-09-01T00:00:00.000Z",
  action: "ledger.root",
  actorId: "system",
});
function days(count: number): Sealed[] {
  const roots: Sealed[] = [];
  for (let seq = 1; seq <= count; seq += 1) {
    const last = roots.at(-1);
    const before = last && { last, lengths: lengthsAt(roots) };
    roots.push(
      seal([account("a", seq), account("b", 1)], { before, day: "2026-09-01", at: "2026-09-01T00:00:00.000Z" }),
    );
  }
  return roots;
}

describe("a root of the ledger", () => {
  it("is the same in whatever order the accounts come", () => {
    const accounts = [account("b", 2), account("a", 1), account("c", 3)];

    expect(headsDigest(accounts)).toBe(headsDigest(accounts.toReversed()));
  });

  it("lists the chains that grew since the one before, and all of them every thirtieth time", () => {
    const roots = days(31);

    expect(roots[0]).toMatchObject({
      root: { n: 1, full: true },
      moved: [
        ["a", 1],
        ["b", 1],
      ],
    });
    expect(roots[1]).toMatchObject({ root: { n: 2, full: false, accounts: 2, entries: 3 }, moved: [["a", 2]] });
    expect(roots[30]).toMatchObject({
      root: { n: 31, full: true },
      moved: [
        ["a", 31],
        ["b", 1],
      ],
    });
  });

  it("is another when the one before it is another", () => {
    const [first, second] = days(2);
    const changed = first && { last: { ...first, hash: "f".repeat(64) }, lengths: lengthsAt([first]) };
    const again = seal([account("a", 2), account("b", 1)], {
      before: changed,
      day: "2026-09-01",
      at: "2026-09-01T00:00:00.000Z",
    });

    expect(again.root).toEqual(second?.root);
    expect(again.hash).not.toBe(second?.hash);
  });
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
