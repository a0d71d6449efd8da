import { csvFile } from "@yigong/testing/roster-use-cases.ts";
import { partyMember } from "@yigong/testing/sample/members.ts";
import { COUNTER, POSTS } from "@yigong/testing/sample/units.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, expect, it } from "vitest";

const alliance = await testAlliance();
const { given, when } = alliance;
afterAll(() => alliance.close());
beforeEach(async () => {
  await alliance.clear();
  await given.units(POSTS);
  await given.members("admin", "alliance", "organizer");
  for (const number of PARTY) await given.member(number, partyMember(number));
  const affiliations = [{ from: "2010-01-01", postId: COUNTER }];
  for (const number of OTHERS) await given.member(number, { affiliations });
});

const PARTY = [101, 102, 103, 104, 105];
const OTHERS = [201, 202, 203, 204, 205];
const HEADER = ["工号", "项目", "期间", "完成率", "起始完成率"];
const numberOf = (number: number) => String(number).padStart(5, "0");
const rowOf = (number: number, ...cells: string[]) => [numberOf(number), "精英计划", "2026-Q2", ...cells];

async function imported(rows: readonly (readonly string[])[]) {
  const form = new FormData();
  form.set("kind", "performance");
  form.set("file", new File([csvFile([HEADER, ...rows]) as Uint8Array<ArrayBuffer>], "results.csv"));
  const { body } = await when("alliance").post("/imports", form);
  return body as { id: string; counts: Record<string, number> };
}
const bad = async (id: string) =>
  (await when("alliance").get(`/imports/${id}/rows?state=bad`)).body.items.map(
    ({ row, problems }: { row: number; problems: { code: string }[] }) => [row, problems[0]?.code],
  );
const compared = async () => when("alliance").get("/performance/comparison?programme=精英计划&period=2026-Q2");
const WHOLE = [
  ...PARTY.map((number) => rowOf(number, "111%", "100")),
  ...OTHERS.map((number) => rowOf(number, "100", "100")),
];

it("compares party members with colleagues of the same post, and says what it was before the programme", async () => {
  const { id, counts } = await imported(WHOLE);
  const applied = await when("alliance").post(`/imports/${id}/apply`, {});
  const { body: sets } = await when("alliance").get("/performance");
  const { body } = await compared();
  const [party] = body.groups;

  expect([counts.joins, applied.body.status]).toEqual([10, "applied"]);
  expect(sets.items).toEqual([{ programme: "精英计划", period: "2026-Q2" }]);
  expect(party).toMatchObject({
    group: "party",
    results: { inGroup: 5, others: 5, difference: { table: "+11.0", text: "+11" } },
    start: { difference: { text: "0" } },
  });
});

it("changes what a later file says otherwise, and is as it was when that is undone, last one first", async () => {
  const first = await imported(WHOLE);
  await when("alliance").post(`/imports/${first.id}/apply`, {});
  const second = await imported(PARTY.map((number) => rowOf(number, "107", "100")));
  await when("alliance").post(`/imports/${second.id}/apply`, {});
  const changed = (await compared()).body.groups[0].results.difference.text;
  const early = await when("alliance").post(`/imports/${first.id}/undo`, {});
  await when("alliance").post(`/imports/${second.id}/undo`, {});
  const again = (await compared()).body.groups[0].results.difference.text;

  expect([second.counts.changes, changed, again]).toEqual([5, "+7", "+11"]);
  expect(early.status).toBe(409);
});

it("names the row of an unknown number, of two results for one person, and of what is no period or percentage", async () => {
  const { id } = await imported([
    rowOf(999, "100"),
    rowOf(101, "100"),
    rowOf(101, "101"),
    [numberOf(102), "精英计划", "上半年", "100", ""],
    rowOf(103, "优"),
  ]);

  expect(await bad(id)).toEqual([
    [2, "employee_number_unknown"],
    [3, "result_twice"],
    [4, "result_twice"],
    [5, "result_period_invalid"],
    [6, "result_attainment_invalid"],
  ]);
  expect((await when("alliance").post(`/imports/${id}/apply`, {})).body.code).toBe("roster.has_bad_rows");
});

it("is shown to nobody who runs activities, and says so when there is nothing", async () => {
  const none = await compared();
  const denied = await when("organizer").get("/performance");

  expect([none.body.code, denied.body.code]).toEqual(["performance.missing", "permission.denied"]);
});
