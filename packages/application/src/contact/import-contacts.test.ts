import { csvFile } from "@yigong/testing/roster-use-cases.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, expect, it } from "vitest";

const alliance = await testAlliance();
const { given, when, useCases } = alliance;
beforeEach(async () => {
  await alliance.clear();
  await given.members("admin", "service", "organizer");
});
afterAll(() => alliance.close());

const HEADER = ["姓名", "手机", "出生日期", "不再联系"];
function formOf(rows: readonly (readonly string[])[], kind = "contacts"): FormData {
  const form = new FormData();
  form.set("kind", kind);
  form.set("file", new File([csvFile([HEADER, ...rows]) as Uint8Array<ArrayBuffer>], "contacts.csv"));
  return form;
}
const upload = async (rows: readonly (readonly string[])[]) =>
  (await when("service").post("/imports", formOf(rows))).body as { id: string; counts: { bad: number } };
const numberOf = (n: number) => `137${String(n).padStart(8, "0")}`;
const names = async () =>
  (await when("service").get("/contacts?sort=name")).body.items.map(({ name }: { name: string }) => name);

it("is not for who runs activities, and shows nobody the imports of other kinds", async () => {
  await upload([["周阿姨", numberOf(1)]]);
  const rosterForm = formOf([["周阿姨", numberOf(1)]], "roster");

  expect((await when("organizer").post("/imports", formOf([["周阿姨", numberOf(1)]]))).body.code).toBe(
    "permission.denied",
  );
  expect((await when("service").post("/imports", rosterForm)).body.code).toBe("permission.denied");
  expect((await when("service").get("/imports")).body.items).toMatchObject([{ kind: "contacts" }]);
});

it("names the bad row, lets it be put right in the page, and applies the whole", async () => {
  const { id, counts } = await upload([
    ["周阿姨", numberOf(1)],
    ["李大爷", "12ab"],
  ]);
  const bad = await when("service").get(`/imports/${id}/rows?state=bad`);
  const early = await when("service").post(`/imports/${id}/apply`, {});
  await when("service").patch(`/imports/${id}/rows/3`, { cells: { 手机: numberOf(2) } });
  const applied = await when("service").post(`/imports/${id}/apply`, {});

  expect(counts.bad).toBe(1);
  expect(bad.body.items).toMatchObject([{ row: 3, problems: [{ column: "手机", code: "mobile_invalid" }] }]);
  expect(early.body.code).toBe("roster.has_bad_rows");
  expect(applied.body).toMatchObject({ status: "applied" });
  expect(await names()).toEqual(["李大爷", "周阿姨"]);
});

it("leaves bad rows out only by their number, and hands them out in a file that is imported again", async () => {
  const { id } = await upload([
    ["周阿姨", numberOf(1)],
    ["", numberOf(2)],
    ["小明", "", "2014-05-01"],
  ]);
  const wrong = await when("service").post(`/imports/${id}/apply`, { skipBad: 1 });
  const applied = await when("service").post(`/imports/${id}/apply`, { skipBad: 2 });
  const file = await (await when("service").request("GET", `/imports/${id}/bad-rows.xlsx`)).arrayBuffer();
  const form = new FormData();
  form.set("kind", "contacts");
  form.set("file", new File([file], "bad-rows.xlsx"));
  const again = await when("service").post("/imports", form);

  expect(wrong.body.code).toBe("roster.has_bad_rows");
  expect(applied.body).toMatchObject({ status: "applied", leftOut: 2 });
  expect(await names()).toEqual(["周阿姨"]);
  expect(again.body).toMatchObject({ fileRows: 2, counts: { bad: 2 } });
});

it("never leaves out a bad row of a roster, from which somebody would seem to have left", async () => {
  const form = new FormData();
  form.set("kind", "roster");
  form.set("file", new File(["工号,姓名,政治面貌,部门,岗位\n000877,王敏,神仙,市场部,营业员\n"], "roster.csv"));
  const { body } = await when("admin").post("/imports", form);

  expect((await when("admin").post(`/imports/${body.id}/apply`, { skipBad: 1 })).body.code).toBe("roster.has_bad_rows");
});

it("leaves alone who was removed and wanted no contact", async () => {
  const { body } = await when("service").post("/contacts", {
    kind: "person",
    name: "周阿姨",
    mobile: numberOf(1),
    source: { from: "visit" },
  });
  await when("service").post(`/contacts/${body.id}/removal`, { cause: "asked", neverAgain: true });
  const { id } = await upload([["周阿姨", numberOf(1)]]);
  await when("service").post(`/imports/${id}/apply`, {});

  expect((await when("service").get("/contacts")).body.items).toMatchObject([{ bars: { survey: "doNotContact" } }]);
});

it("is taken back as it was, unless somebody was changed since", async () => {
  const { id } = await upload([["周阿姨", numberOf(1)]]);
  await when("service").post(`/imports/${id}/apply`, {});
  const [contact] = (await when("service").get("/contacts")).body.items;
  const second = await upload([["周老师", numberOf(1)]]);
  await when("service").post(`/imports/${second.id}/apply`, {});
  const refused = await when("service").post(`/imports/${id}/undo`);
  const undone = await when("service").post(`/imports/${second.id}/undo`);

  expect(refused.body.code).toBe("roster.changed_since");
  expect(undone.body.status).toBe("undone");
  expect(await names()).toEqual(["周阿姨"]);
  expect((await useCases.contacts.get(contact.id)).version).toBe(2);
});

const broken = (n: number) => n % 40 === 0;
const many = (count: number) =>
  Array.from({ length: count }, (_, n) => [`联系人${n}`, broken(n) ? `坏${n}` : numberOf(n)]);

it("reads 20,000 rows of which 500 are broken, and names each of these", { timeout: 60_000 }, async () => {
  const { id, counts } = await upload(many(20_000));
  const numbers: number[] = [];
  let cursor: string | undefined;
  do {
    const { body } = await when("service").get(
      `/imports/${id}/rows?state=bad&limit=200${cursor ? `&cursor=${cursor}` : ""}`,
    );
    numbers.push(...body.items.map(({ row }: { row: number }) => row));
    cursor = body.cursor;
  } while (cursor);

  expect(counts).toMatchObject({ bad: 500, joins: 19_500 });
  expect(numbers).toEqual(Array.from({ length: 500 }, (_, n) => n * 40 + 2));
});

it("brings the good rows of a large file in, once", { timeout: 60_000 }, async () => {
  const { id } = await upload(many(2_000));
  const applied = await when("service").post(`/imports/${id}/apply`, { skipBad: 50 });
  const again = await upload(many(2_000).filter((_, n) => !broken(n)));

  expect(applied.body).toMatchObject({ status: "applied", leftOut: 50 });
  expect((await when("service").get("/contacts?limit=1")).body.total).toBe(1_950);
  expect(again.counts).toMatchObject({ unchanged: 1_950 });
});
