import { afterAll, beforeAll, expect, it } from "vitest";
import { testTable } from "../../../../test/lib/store.ts";
import { dynamoLedger, type Ledger } from "./points.store.ts";
import type { Entry } from "./points.ts";

let stop: () => Promise<void>;
let ledger: Ledger;

beforeAll(async () => {
  const opened = await testTable();
  stop = opened.stop;
  ledger = dynamoLedger(opened.table);
});
afterAll(() => stop());

const entry = (id: string, pseudonym: string): Entry => ({
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
  const posted = await Promise.all(Array.from({ length: 5 }, () => ledger.post(entry("act_1:a:service:1", "a"))));

  expect(posted.filter(Boolean)).toHaveLength(1);
  expect((await ledger.balances(["a", "nobody"], 2026)).get("a")).toMatchObject({
    points: 150,
    attendances: 1,
    halfDays: 2,
    covers: 0,
  });
});

it("finds entries by person and year and by who issued them, page by page", async () => {
  for (const serial of [1, 2, 3]) await ledger.post(entry(`act_1:b:service:${serial}`, "b"));
  const first = await ledger.entriesOf("b", 2026, { limit: 2 });
  const rest = await ledger.entriesOf("b", 2026, { limit: 2, cursor: first.cursor });

  expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(
    [1, 2, 3].map((serial) => `act_1:b:service:${serial}`),
  );
  expect((await ledger.entriesOf("b", 2025, { limit: 2 })).items).toEqual([]);
  expect((await ledger.issuedBy("act_1", { limit: 50 })).items.map(({ credit }) => credit)).toContain("person:b");
});
