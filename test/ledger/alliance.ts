import { ledgerLines } from "@yigong/application/points/export-ledger.ts";
import { takeRoot } from "@yigong/application/points/take-root.ts";
import { dynamoLedger } from "@yigong/core/points/points.store.ts";
import type { Draft } from "@yigong/core/points/points.ts";
import { dynamoRoots } from "@yigong/core/points/root.store.ts";
import { testTable } from "@yigong/testing/store.ts";

const FIRST_DAY = Date.parse("2026-10-01T00:00:00.000Z");

/** A ledger on tables of its own, as the service keeps it. */
export async function openLedger() {
  const { table, stop } = await testTable();
  const [ledger, roots] = [dynamoLedger(table), dynamoRoots(table)];
  let day = 0;
  const now = () => new Date(FIRST_DAY + day * 86_400_000).toISOString();
  return {
    table,
    ledger,
    roots,
    stop,
    /** Posts in order, and takes a root of a new day after every so many entries and at the end. */
    async live(drafts: readonly Draft[], { rootEvery }: { rootEvery: number }) {
      for (const [at, draft] of drafts.entries()) {
        await ledger.post(draft);
        if ((at + 1) % rootEvery !== 0 && at + 1 !== drafts.length) continue;
        day += 1;
        await takeRoot({ ledger, roots, zone: "Asia/Shanghai", now })();
      }
    },
    async exported(): Promise<string> {
      let text = "";
      for await (const piece of ledgerLines({ ledger, roots }, now())) text += piece;
      return text;
    },
  };
}
