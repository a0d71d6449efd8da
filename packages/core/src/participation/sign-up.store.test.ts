import { faults } from "@yigong/testing/faults.ts";
import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { documentClient, transact } from "../lib/table.ts";
import * as Sample from "./participation.builder.ts";
import { participationRows } from "./row-access.store.ts";
import { signingUp } from "./sign-up.store.ts";

let store: TestTable;
let made = 0;
beforeAll(async () => {
  store = await testTable();
});
afterAll(() => store.stop());

const fresh = () => {
  made += 1;
  const activityId = Sample.activityId(made);
  return { activityId, wish: (member: number) => Sample.wish(member, { activityId }) };
};
const rowsOf = (activityId: string) => participationRows(store.table).of(activityId);
const lineOf = (activityId: string) => participationRows(store.table).line(activityId, Sample.positionId());

/** A client of its own, which does something right before the first transaction that it sends. */
function meddled(meddle: () => Promise<unknown>) {
  const { config, dropAutoToken } = store.store;
  const client = documentClient({ config, dropAutoToken });
  let due = true;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (due && context.commandName?.startsWith("TransactWrite")) {
        due = false;
        await meddle();
      }
      return next(args);
    },
    { step: "initialize" },
  );
  return { ...store.table, client };
}

it("takes one person after the other, each for five write units with the index's one", async () => {
  const { activityId, wish } = fresh();
  const signUp = signingUp(store.table);
  const before = store.meter.writeUnits;
  for (const member of [1, 2, 3]) await signUp(wish(member));

  expect(store.meter.writeUnits - before).toBe(15);
  expect(await lineOf(activityId)).toMatchObject({ drawn: 3, active: 3, voids: [] });
});

it("keeps one series of numbers when two processes meet, whichever way each takes them", async () => {
  const { activityId, wish } = fresh();
  const processes = [signingUp(store.table), signingUp(store.table)];
  const people = Array.from({ length: 60 }, (_, index) => index + 1);
  await Promise.all(people.map((member) => processes[member % 2]?.(wish(member))));

  const numbers = (await rowsOf(activityId)).map(({ number }) => number).sort((a, b) => a - b);
  expect(numbers).toEqual(people);
  expect(await lineOf(activityId)).toMatchObject({ drawn: 60, active: 60, voids: [] });
});

it("writes the line once for many who meet in one process, with a row for each, also when each presses twice", async () => {
  const { activityId, wish } = fresh();
  const signUp = signingUp(store.table);
  const people = Array.from({ length: 200 }, (_, index) => index + 1);
  const before = store.meter.operations.TransactWriteItems?.requests ?? 0;
  const places = await Promise.all([...people, ...people].map((member) => signUp(wish(member))));
  const requests = (store.meter.operations.TransactWriteItems?.requests ?? 0) - before;
  const rows = await rowsOf(activityId);

  expect(rows.map(({ number }) => number).sort((a, b) => a - b)).toEqual(people);
  expect(new Set(places.map(({ memberId, number }) => `${memberId} ${number}`)).size).toBe(200);
  expect(await lineOf(activityId)).toMatchObject({ drawn: 200, active: 200, voids: [] });
  expect(requests).toBeLessThan(40);
});

it("lets the rest of a group have their places when somebody in it signed up elsewhere", async () => {
  const { activityId, wish } = fresh();
  const table = meddled(() => Promise.all([2, 3].map((member) => signingUp(store.table)(wish(member)))));
  const signUp = signingUp(table);
  const places = await Promise.all([1, 2, 3, 4, 5].map((member) => signUp(wish(member))));
  table.client.destroy();
  const rows = await rowsOf(activityId);
  const line = await lineOf(activityId);

  expect(new Set(rows.map(({ number }) => number)).size).toBe(5);
  expect(places.map(({ number }) => number).sort()).toEqual(rows.map(({ number }) => number).sort());
  expect([line.active, line.drawn - line.voids.length]).toEqual([5, 5]);
});

it("draws a number first once somebody else drew meanwhile", async () => {
  const { activityId, wish } = fresh();
  const table = meddled(() => signingUp(store.table)(wish(1)));
  const second = await signingUp(table)(wish(2));
  table.client.destroy();

  expect(second.number).toBe(2);
  expect(await lineOf(activityId)).toMatchObject({ drawn: 2, active: 2, voids: [] });
});

it("takes nobody when the line is closed between the look and the write", async () => {
  const { activityId, wish } = fresh();
  const close = participationRows(store.table).closeOp(activityId, Sample.positionId(), Sample.DEADLINE);
  const table = meddled(() => transact(store.table, [close]));
  const late = signingUp(table)(wish(1));

  await expect(late).rejects.toMatchObject({ code: "participation.closed" });
  expect(await rowsOf(activityId)).toEqual([]);
  table.client.destroy();
});

it.each(["lost-reply", "conflict", "unsent"] as const)(
  "takes somebody once when the write met a fault: %s",
  async (fault) => {
    const troubled = await testTable({ pause: async () => {} });
    const broken = faults(troubled.table.client);
    const { activityId, wish } = fresh();
    broken.at(3, fault);
    const place = await signingUp(troubled.table)(wish(1));
    const rows = participationRows(troubled.table);
    const line = await rows.line(activityId, Sample.positionId());
    const found = await rows.of(activityId);
    await troubled.stop();

    expect(broken.tried.slice(0, 4)).toEqual(["GetItem", "GetItem", "TransactWriteItems", "TransactWriteItems"]);
    expect(found).toEqual([place]);
    expect(line).toMatchObject({ drawn: 1, active: 1, voids: [] });
  },
);
