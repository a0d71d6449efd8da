import { csvFile } from "@yigong/testing/roster-use-cases.ts";
import { SALES } from "@yigong/testing/sample/units.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const alliance = await testAlliance({ startAt: "2026-12-01T01:00:00.000Z" });
const { given, when, clock } = alliance;
afterAll(() => alliance.close());
const SALESPEOPLE = [1, 2, 3, 4, 5];
beforeEach(async () => {
  await alliance.clear();
  const affiliations = [{ from: "2010-01-01", departmentId: SALES }];
  for (const number of SALESPEOPLE) await given.member(number, { affiliations });
  await given.members(6, 7, 8, 9, 10, "organizer", "alliance", "admin");
});

const state = (year: number, index: string) =>
  when("alliance").post(`/satisfaction/${year}`, { index, source: `${year}年度员工满意度报告` });
const read = async () => (await when("alliance").get("/satisfaction")).body;
const closesAt = "2026-12-15T10:00:00.000Z";
const asked = async () => {
  const { body } = await when("alliance").post("/satisfaction/2026/survey", { closesAt });
  return body.surveys[0].form.id as string;
};
const answer = (who: number, form: string, value: number) =>
  when(who).post(`/forms/${form}/answers`, { items: Array.from({ length: 10 }, () => value) });

describe("the satisfaction of a year", () => {
  it("is 94.5 after 91.7, which is +2.8 points, and a year without one before says so", async () => {
    await state(2009, "91.7");
    const { body } = await state(2010, "94.5%");

    expect(body.years).toMatchObject([
      { year: 2010, index: "94.5", change: "+2.8", from: "typed" },
      { year: 2009, index: "91.7" },
    ]);
    expect(body.years[1].change).toBeUndefined();
  });

  it.each([
    ["100.1 %", "satisfaction.out_of_range"],
    ["-1", "satisfaction.out_of_range"],
    ["94.55", "satisfaction.out_of_range"],
  ])("is not %s", async (index, code) => {
    expect((await state(2010, index)).body.code).toBe(code);
  });

  it("is stated once and corrected with a reason, by nobody else, and what it was stays", async () => {
    await state(2010, "94.5");
    const twice = await state(2010, "95.0");
    const denied = await when("organizer").get("/satisfaction");
    const said = { index: "94.6", source: "勘误表", reason: "录入有误", version: 1 };
    const { body } = await when("alliance").put("/satisfaction/2010", said);
    const outdated = await when("alliance").put("/satisfaction/2010", said);

    expect([twice.body.code, denied.status, outdated.body.code]).toEqual([
      "satisfaction.year_known",
      403,
      "edit.changed",
    ]);
    expect(body.years[0]).toMatchObject({ index: "94.6", corrections: [{ index: "94.5", reason: "录入有误" }] });
  });
});

describe("an import of years", () => {
  const imported = async (...rows: string[][]) => {
    const form = new FormData();
    form.set("kind", "satisfaction");
    const file = csvFile([["年份", "满意度", "数据来源"], ...rows]) as Uint8Array<ArrayBuffer>;
    form.set("file", new File([file], "satisfaction.csv"));
    return (await when("alliance").post("/imports", form)).body as { id: string; counts: Record<string, number> };
  };

  it("adds and changes years, and is as it was when that is undone", async () => {
    const first = await imported(["2009", "91.7", "年度报告"], ["2010年", "94.5%", "年度报告"]);
    await when("alliance").post(`/imports/${first.id}/apply`, {});
    const second = await imported(["2010", "94.6", "勘误"], ["2009", "91.7", "年度报告"]);
    await when("alliance").post(`/imports/${second.id}/apply`, {});
    const changed = (await read()).years[0];
    await when("alliance").post(`/imports/${second.id}/undo`, {});

    expect([first.counts.joins, second.counts.changes, second.counts.unchanged]).toEqual([2, 1, 1]);
    expect(changed).toMatchObject({ index: "94.6", change: "+2.9", from: "import" });
    expect((await read()).years[0]).toMatchObject({ index: "94.5", change: "+2.8" });
  });

  it("names what is no year, no number of a hundred, twice there, without a source, or asked here already", async () => {
    await asked();
    const { id } = await imported(
      ["今年", "94.5", "年度报告"],
      ["2008", "100.1%", "年度报告"],
      ["2009", "91.7", "年度报告"],
      ["2009", "91.8", "年度报告"],
      ["2010", "94.5", ""],
      ["2026", "94.5", "年度报告"],
    );
    const { body } = await when("alliance").get(`/imports/${id}/rows?state=bad`);

    expect(body.items.map(({ problems }: { problems: { code: string }[] }) => problems[0]?.code)).toEqual([
      ...["satisfaction_year_invalid", "satisfaction_index_invalid", "satisfaction_twice", "satisfaction_twice"],
      ...["missing", "satisfaction_year_asked"],
    ]);
  });
});

describe("our own survey of a year", () => {
  it("asks everybody once, shows nothing while it runs, and then its index, interval and departments of five", async () => {
    const form = await asked();
    for (const who of SALESPEOPLE) await answer(who, form, 5);
    for (const who of [6, 7, 8, 9, 10]) await answer(who, form, 4);
    const twice = await answer(1, form, 1);
    const running = (await read()).surveys[0];
    clock.at = closesAt;
    const late = await when("organizer").post(`/forms/${form}/answers`, { items: Array.from({ length: 10 }, () => 1) });
    await state(2025, "91.7");
    const { surveys, years } = await read();

    expect([twice.body.code, late.body.code]).toEqual(["form.answered", "form.closed"]);
    expect([running.isOpen, running.index, running.form.asked]).toEqual([true, undefined, 13]);
    expect(surveys[0]).toMatchObject({ index: "87.5", answered: { n: 10, percent: "76.9%" } });
    expect(surveys[0].interval).toEqual({ low: "79.3", high: "95.7" });
    expect(surveys[0].parts).toEqual([{ unitId: SALES, n: 5, index: "100.0" }]);
    expect(years[0]).toMatchObject({ year: 2026, change: "-4.2", isOtherWay: true, from: "survey" });
  });

  it("of fewer than five answers shows nothing, and has no index", async () => {
    const form = await asked();
    for (const who of [1, 2, 3, 4]) await answer(who, form, 5);
    clock.at = closesAt;
    const { surveys, years } = await read();

    expect([surveys[0].answered, surveys[0].index, years]).toEqual([undefined, undefined, []]);
  });

  it("is not begun twice, beside a stated year, of a year long over, or with an end that is past", async () => {
    await asked();
    const ask = (year: number, until = closesAt) =>
      when("alliance").post(`/satisfaction/${year}/survey`, { closesAt: until });
    const again = await ask(2026);
    await state(2025, "91.7");
    const [beside, old, typed] = [await ask(2025), await ask(2020), await state(2026, "90")];
    const past = await ask(2026, "2026-11-30T00:00:00.000Z");

    expect([again, beside, old, typed].map(({ body }) => body.code)).toEqual([
      ...["satisfaction.year_asked", "satisfaction.year_known", "satisfaction.year_over", "satisfaction.year_asked"],
    ]);
    expect(past.status).toBe(409);
  });
});
