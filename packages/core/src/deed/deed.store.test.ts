import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Deeds, dynamoDeeds } from "./deed.store.ts";
import { Deed } from "./index.ts";

let store: TestTable;
let deeds: Deeds;
let made = 0;

const at = "2026-09-20T01:00:00.000Z";
const by = { actorId: "mem_b" };
const deedOn = (date: string, activityId?: string) =>
  Deed.record(
    { date, description: "为独居老人接通宽带", beneficiary: "society", ...(activityId ? { activityId } : {}) },
    { id: Deed.Id.parse(`deed_${String(++made).padStart(26, "0")}`), at, today: "2026-09-20", by },
  );

beforeAll(async () => {
  store = await testTable();
  deeds = dynamoDeeds(store.table);
});
afterAll(() => store.stop());

it("counts the deeds of a year from its records, without the voided ones", async () => {
  const recorded = await Promise.all(
    ["2020-01-01", "2020-12-31", "2020-06-01", "2021-01-01"].map((date) => deeds.record(deedOn(date))),
  );
  await deeds.change(2020, recorded[0]?.id ?? "", (deed) => Deed.revoke(deed, { at, by, reason: "重复登记" }));

  expect(await deeds.count(2020)).toEqual({ year: 2020, standing: 2, voided: 1, reported: 0 });
  expect(await deeds.count(2021)).toEqual({ year: 2021, standing: 1, voided: 0, reported: 0 });
  expect(await deeds.count(2022)).toEqual({ year: 2022, standing: 0, voided: 0, reported: 0 });
});

it("lists the deeds of an activity, voided ones included, and only those", async () => {
  const activityId = "act_01k0000000000000000000000a";
  const [first, second] = [deedOn("2019-01-01", activityId), deedOn("2019-01-02", activityId)];
  for (const deed of [first, deedOn("2019-01-01"), second]) await deeds.record(deed);
  await deeds.change(2019, second.id, (deed) => Deed.revoke(deed, { at, by, reason: "重复登记" }));

  expect((await deeds.ofActivity(activityId, { limit: 10 })).items.map(({ id, status }) => [id, status])).toEqual([
    [first.id, "standing"],
    [second.id, "void"],
  ]);
});

it("pages a year by cursor", async () => {
  const recorded = [];
  for (const date of ["2018-01-01", "2018-01-02", "2018-01-03"]) recorded.push(await deeds.record(deedOn(date)));
  const first = await deeds.ofYear(2018, { limit: 2 });
  const rest = await deeds.ofYear(2018, { limit: 2, cursor: first.cursor });

  expect([...first.items, ...rest.items]).toEqual(recorded);
});

it("lets one of two people void a deed", async () => {
  const deed = await deeds.record(deedOn("2017-01-01"));
  const revoke = () => deeds.change(2017, deed.id, (held) => Deed.revoke(held, { at, by, reason: "重复登记" }));
  const results = await Promise.allSettled([revoke(), revoke()]);

  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

it("knows no deed under another year", async () => {
  const deed = await deeds.record(deedOn("2016-01-01"));

  await expect(deeds.get(2015, deed.id)).rejects.toMatchObject({ code: "deed.missing" });
});
