import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { recompute } from "./account.ts";
import { dynamoLedger, type Ledger } from "./points.store.ts";
import type { Draft } from "./points.ts";

let opened: TestTable;
let ledger: Ledger;

beforeAll(async () => {
  opened = await testTable();
  ledger = dynamoLedger(opened.table);
});
afterAll(() => opened.stop());

const draft = (id: string, pseudonym: string): Draft => ({
  id,
  debit: "issuer:act_1",
  credit: `person:${pseudonym}`,
  points: 150,
  year: 2026,
  kind: "service",
  ruleSet: 1,
  lines: [
    { rule: "attendance", quantity: 1, points: 100 },
    { rule: "halfDay", quantity: 2, points: 50 },
  ],
  evidence: ["attendance#1"],
  postedAt: "2026-10-01T00:00:00.000Z",
});

it("posts a cause once, however often it is posted, and moves the balance with it", async () => {
  const posted = await Promise.all(Array.from({ length: 5 }, () => ledger.post(draft("act_1:a:service:1", "a"))));

  expect(posted.filter(Boolean)).toHaveLength(1);
  expect((await ledger.balances(["a", "nobody"], 2026)).get("a")).toMatchObject({
    points: 150,
    attendances: 1,
    halfDays: 2,
    covers: 0,
  });
});

it("finds entries by person and year and by who issued them, page by page", async () => {
  for (const serial of [1, 2, 3]) await ledger.post(draft(`act_1:b:service:${serial}`, "b"));
  const first = await ledger.entriesOf("b", 2026, { limit: 2 });
  const rest = await ledger.entriesOf("b", 2026, { limit: 2, cursor: first.cursor });

  expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(
    [1, 2, 3].map((serial) => `act_1:b:service:${serial}`),
  );
  expect((await ledger.entriesOf("b", 2025, { limit: 2 })).items).toEqual([]);
  expect((await ledger.issuedBy("act_1", { limit: 50 })).items.map(({ credit }) => credit)).toContain("person:b");
});

it("chains what is posted to one person at the same time, one entry after the other, to a cache that recomputes", async () => {
  const ids = Array.from({ length: 12 }, (_, at) => `act_2:c:service:${at + 1}`);
  await Promise.all(ids.map((id) => ledger.post(draft(id, "c"))));
  const chain = await ledger.chainOf("c");

  expect(chain.map(({ entry }) => entry.seq)).toEqual(ids.map((_, at) => at + 1));
  expect(chain.map(({ entry }) => entry.id).sort()).toEqual(ids.toSorted());
  expect((await ledger.accountsOf(["c"])).get("c")).toEqual(recompute("c", chain));
});

it("lists everybody who has an account once, in order, one by one or many together", async () => {
  const before = await ledger.pseudonyms();
  await ledger.enlist(["l3", "a", "l1", "l2"]);
  await ledger.enlist(["l2", "l3"]);
  await ledger.post(draft("act_1:l1:service:1", "l1"));

  expect(before).toEqual(["a", "b", "c"]);
  expect(await ledger.pseudonyms()).toEqual(["a", "b", "c", "l1", "l2", "l3"]);
});

it("goes on from an account that was seen, and from the account as it is where that has moved", async () => {
  const seen = (await ledger.enlist(["m"])).get("m");
  const posted = [await ledger.post(draft("act_1:m:service:1", "m"), seen)];
  posted.push(
    await ledger.post(draft("act_2:m:service:1", "m"), seen),
    await ledger.post(draft("act_2:m:service:1", "m"), seen),
  );
  const chain = await ledger.chainOf("m");

  expect(posted).toEqual([true, true, false]);
  expect(chain.map(({ entry }) => [entry.seq, entry.id])).toEqual([
    [1, "act_1:m:service:1"],
    [2, "act_2:m:service:1"],
  ]);
  expect((await ledger.accountsOf(["m"])).get("m")).toEqual(recompute("m", chain));
});

it("lists many who get their first entries together for the units of few items", async () => {
  const people = Array.from({ length: 600 }, (_, at) => `n${String(at).padStart(25, "0")}`);
  const before = opened.meter.writeUnits;
  await ledger.enlist(people);

  expect(opened.meter.writeUnits - before).toBeLessThan(25);
  expect(await ledger.pseudonyms()).toEqual(expect.arrayContaining(people));
});

it("refuses an entry whose lines do not come to its points", async () => {
  await expect(ledger.post({ ...draft("act_1:d:service:1", "d"), points: 151 })).rejects.toMatchObject({
    code: "points.unbalanced",
  });
});

it("costs four write units beside the index, and one more at somebody's first entry", async () => {
  const spent = async (id: string) => {
    const before = opened.meter.writeUnits;
    await ledger.post(draft(id, "e"));
    return opened.meter.writeUnits - before;
  };
  const [first, second] = [await spent("act_1:e:service:1"), await spent("act_2:e:service:1")];

  // Stores tell one or two units for the index row of an entry.
  expect([5, 6]).toContain(second);
  expect(first - second).toBe(1);
});
