import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { memberIdOf } from "@yigong/testing/sample/person.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, expect, it } from "vitest";

const alliance = await testAlliance();
const { given, useCases, when } = alliance;
beforeEach(async () => {
  await alliance.clear();
  await given.members("alliance", "service", "organizer", "auditor", 1);
});
afterAll(() => alliance.close());

const ZHOU = { kind: "person", name: "周阿姨", mobile: "138 0013 8001", source: { from: "activity" } };
const record = async (more: object = {}) => (await when("service").post("/contacts", { ...ZHOU, ...more })).body;
const actionsOf = async (id: string) =>
  (await useCases.audits.about(id, { limit: 50 })).items.map(({ action, actorId, detail }) => ({
    action,
    actorId,
    detail,
  }));

it("is recorded once under one key, and shown with hidden ways", async () => {
  const key = { "idempotency-key": "the-same-click" };
  const first = await when("service").post("/contacts", ZHOU, key);
  const again = await when("service").post("/contacts", ZHOU, key);
  const { body } = await when("organizer").get(`/contacts/${first.body.id}`);

  expect(again.body).toEqual(first.body);
  expect(body).toMatchObject({
    contact: { name: "周阿姨", mobile: "138****8001", isMinor: false, bars: { greeting: "noConsent" }, version: 0 },
    people: { [memberIdOf("service")]: { name: "service" } },
  });
  expect(JSON.stringify(body)).not.toContain("13800138001");
});

it("hands out a phone number to who may ask, and keeps who asked", async () => {
  const { id } = await record();

  expect((await when("organizer").post(`/contacts/${id}/ways`)).body.code).toBe("permission.denied");
  expect((await when("alliance").post(`/contacts/${id}/ways`)).body).toMatchObject({ mobile: "13800138001" });
  expect(await actionsOf(id)).toMatchObject([
    { action: "contact.reveal", actorId: memberIdOf("alliance") },
    { action: "contact.record", actorId: memberIdOf("service") },
  ]);
});

it("is found by name, pinyin, the whole number or its last four digits, and by no other part of it", async () => {
  await record();
  await record({
    kind: "organization",
    name: "临海社区",
    mobile: undefined,
    email: "Office@Linhai.example",
    person: "王主任",
  });
  await record({
    name: "小明",
    mobile: undefined,
    bornOn: "2014-05-01",
    guardian: { name: "明妈", mobile: "13900139009" },
  });
  const found = async (query: string) =>
    (await when("organizer").get(`/contacts?${query}`)).body.items.map(({ name }: { name: string }) => name);

  expect(await found("q=zhouayi")).toEqual(["周阿姨"]);
  expect(await found("q=13800138001")).toEqual(["周阿姨"]);
  expect(await found("q=8001")).toEqual(["周阿姨"]);
  expect(await found("q=138001")).toEqual([]);
  expect(await found("q=office@linhai.example")).toEqual(["临海社区"]);
  expect(await found("minor=true")).toEqual(["小明"]);
  expect(await found("kind=organization")).toEqual(["临海社区"]);
  expect(await found("")).toEqual(["小明", "临海社区", "周阿姨"]);
});

it("is listed page by page, each contact once", async () => {
  for (let n = 0; n < 5; n += 1) await record({ name: `联系人${n}`, mobile: `1370000000${n}` });
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const { body } = await when("service").get(`/contacts?limit=2&sort=name${cursor ? `&cursor=${cursor}` : ""}`);
    seen.push(...body.items.map(({ name }: { name: string }) => name));
    expect(body.total).toBe(5);
    cursor = body.cursor;
  } while (cursor);

  expect(seen).toEqual(["联系人0", "联系人1", "联系人2", "联系人3", "联系人4"]);
});

it("is corrected at the version that was read; an edit of an older one is shown what holds now", async () => {
  const { id } = await record();
  await when("service").patch(`/contacts/${id}`, { version: 0, mobile: "13900139001" });
  const stale = await when("alliance").patch(`/contacts/${id}`, { version: 0, name: "周老师" });

  expect(stale.body).toMatchObject({ code: "edit.changed", current: { mobile: "139****9001", version: 1 } });
  expect((await actionsOf(id))[0]).toMatchObject({ action: "contact.correct", detail: { fields: ["mobile"] } });
});

it("is left alone once it says so, and is removed without a trace but for a keyed hash that keeps it left alone", async () => {
  const { id } = await record({ name: "绝不留名" });
  await when("service").put(`/contacts/${id}/do-not-contact`, { wanted: true, why: "来电要求" });
  const removed = await when("service").post(`/contacts/${id}/removal`, { cause: "asked" });
  const again = await record();
  const { client, alliance: TableName } = alliance.table;
  const rows = JSON.stringify((await client.send(new ScanCommand({ TableName }))).Items);

  expect(removed.body).toMatchObject({ status: "removed", cause: "asked" });
  expect((await when("organizer").get("/contacts")).body.items).toMatchObject([
    { id: again.id, bars: { survey: "doNotContact" } },
  ]);
  expect(rows).not.toContain("绝不留名");
});

it.each([
  [{ ...ZHOU, mobile: undefined }, 400, "contact.unreachable"],
  [{ ...ZHOU, bornOn: "2020-01-01" }, 400, "contact.needs_guardian"],
  [{ ...ZHOU, mobile: "12" }, 400, "input.invalid"],
  [{ ...ZHOU, consents: [] }, 400, "input.invalid"],
  [{ ...ZHOU, source: { from: "nowhere" } }, 400, "input.invalid"],
] as const)("is refused: %#", async (said, status, code) => {
  const refused = await when("service").post("/contacts", said);

  expect([refused.status, refused.body.code]).toEqual([status, code]);
});

it("refuses what makes no sense of a contact that is there", async () => {
  const { id } = await record();
  const consent = { purpose: "survey", state: "withdrawn", how: "spoken" };
  await when("service").post(`/contacts/${id}/consents`, consent);
  const codes = async (...tries: Promise<{ body: { code?: string } }>[]) =>
    (await Promise.all(tries)).map(({ body }) => body.code);

  expect(
    await codes(
      when("service").post("/contacts", ZHOU),
      when("service").post(`/contacts/${id}/consents`, consent),
      when("service").get(`/contacts/con_${"0".repeat(26)}`),
      when(1).get("/contacts"),
      when("organizer").post("/contacts", ZHOU),
    ),
  ).toEqual(["contact.way_taken", "contact.consent_same", "contact.missing", "permission.denied", "permission.denied"]);
});
