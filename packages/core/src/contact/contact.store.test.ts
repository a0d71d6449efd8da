import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type Contacts, dynamoContacts } from "./contact.store.ts";
import * as Contact from "./contact.ts";

let opened: TestTable;
let contacts: Contacts;
beforeAll(async () => {
  opened = await testTable();
});
beforeEach(async () => {
  await opened.clear();
  contacts = dynamoContacts(opened.table);
});
afterAll(() => opened.stop());

const AT = "2026-09-12T01:00:00.000Z";
const doing = { actorId: "mem_1", at: AT, day: "2026-09-12" };
const idOf = (n: number) => Contact.Id.parse(`con_${String(n).padStart(26, "0")}`);
const made = (n: number, more: Partial<Contact.Writing> = {}) =>
  Contact.record(
    {
      kind: "person",
      name: `联系人${n}`,
      mobile: `1380000${String(n).padStart(4, "0")}`,
      language: "zh-CN",
      source: { from: "visit" },
      ...more,
    },
    { ...doing, id: idOf(n) },
  );
const add = (n: number, more: Partial<Contact.Writing> = {}) => contacts.add({ to: made(n, more), at: AT });

it("gives a phone number to one contact at a time, and frees it when it changes or its contact is removed", async () => {
  await add(1);
  const mobile = "13800000001";

  await expect(add(2, { mobile })).rejects.toMatchObject({ code: "contact.way_taken" });
  await contacts.change(idOf(1), (one) => ({
    to: Contact.correct(one, { version: 0, mobile: "13900000001" }, "2026-09-12"),
    at: AT,
  }));
  await add(2, { mobile });
  await contacts.change(idOf(2), (one) => ({
    to: Contact.remove(one, { ...doing, cause: "asked" }),
    at: AT,
    silenced: ["k1"],
  }));
  await add(3, { mobile });

  expect(
    [...(await contacts.byWays([mobile, "13900000001", "none@example.com"]))].map(([way, one]) => [way, one.id]),
  ).toEqual([
    [mobile, idOf(3)],
    ["13900000001", idOf(1)],
  ]);
  expect([...(await contacts.silences(["k1", "k2"]))]).toEqual([["k1", AT]]);
});

it("refuses a correction that takes somebody else's number", async () => {
  await add(1);
  await add(2);
  const taking = contacts.change(idOf(2), (one) => ({
    to: Contact.correct(one, { version: 0, mobile: "13800000001" }, "2026-09-12"),
    at: AT,
  }));

  await expect(taking).rejects.toMatchObject({ code: "contact.way_taken" });
  expect(await contacts.get(idOf(2))).toEqual(made(2));
});

it("hands back a contact that was added before under the same id", async () => {
  await add(1);

  expect(await contacts.add({ to: { ...made(1), name: "另一个" }, at: AT })).toEqual(made(1));
});

it("lets one of two corrections at once through, and the other on what it left", async () => {
  await add(1);
  const named = (name: string) =>
    contacts.change(idOf(1), (one) => ({ to: { ...Contact.requireStanding(one), name }, at: AT }));
  await Promise.all([named("甲"), named("乙")]);

  expect((await contacts.get(idOf(1))).version).toBe(2);
});
