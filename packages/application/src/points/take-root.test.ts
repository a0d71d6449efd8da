import { dynamoAudits } from "@yigong/core/audit/audit.store.ts";
import * as Build from "@yigong/core/points/points.builder.ts";
import { dynamoLedger } from "@yigong/core/points/points.store.ts";
import { dynamoRoots } from "@yigong/core/points/root.store.ts";
import { headsDigest } from "@yigong/core/points/root.ts";
import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { everyAccount, LEDGER, takeRoot } from "./take-root.ts";

let store: TestTable;
let clock: string;
beforeEach(async () => {
  store = await testTable();
  clock = "2026-10-01T15:59:00.000Z";
});
afterEach(() => store.stop());

const parts = () => {
  const [ledger, roots] = [dynamoLedger(store.table), dynamoRoots(store.table)];
  return { ledger, roots, take: takeRoot({ ledger, roots, zone: "Asia/Shanghai", now: () => clock }) };
};

describe("the root of a day", () => {
  it("is not taken before somebody has points", async () => {
    const { roots, take } = parts();
    await take();

    expect(await roots.last()).toBeUndefined();
  });

  it("is taken once a local day, however many run at the same time, and told in the audit", async () => {
    const { ledger, roots, take } = parts();
    await ledger.post(Build.service({ person: 1, activity: 1 }));
    await Promise.all([take(), take(), take()]);
    await take();
    clock = "2026-10-01T16:00:00.000Z";
    await take();
    const { items } = await roots.page({ limit: 10 });
    const told = (await dynamoAudits(store.table).about(LEDGER, { limit: 10 })).items;

    expect(items.map(({ root }) => [root.n, root.day])).toEqual([
      [1, "2026-10-01"],
      [2, "2026-10-02"],
    ]);
    expect(told.map(({ detail }) => detail?.hash)).toEqual(items.map(({ hash }) => hash).toReversed());
  });

  it("is over all chains, and lists those that grew", async () => {
    const { ledger, roots, take } = parts();
    for (const person of [1, 2, 3]) await ledger.post(Build.service({ person, activity: 1 }));
    await take();
    await ledger.post(Build.service({ person: 2, activity: 2 }));
    clock = "2026-10-03T00:00:00.000Z";
    await take();
    const last = await roots.last();
    const accounts = [];
    for await (const account of everyAccount(ledger)) accounts.push(account);

    expect(last?.moved).toEqual([[Build.pseudonym(2), 2]]);
    expect(last?.root).toMatchObject({ accounts: 3, entries: 4, heads: headsDigest(accounts) });
  });
});
