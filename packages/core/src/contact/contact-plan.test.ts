import { describe, expect, it } from "vitest";
import { rowsOf } from "../roster/columns.ts";
import { ProblemCode } from "../roster/problem.ts";
import * as Contact from "./contact.ts";
import { CONTACT_COLUMNS } from "./contact-columns.ts";
import { readContactRows } from "./contact-entry.ts";
import { minorKey, planContacts } from "./contact-plan.ts";
import { waysOf } from "./way.ts";

const doing = { actorId: "import", at: "2026-09-12T01:00:00.000Z", day: "2026-09-12" };
const idOf = (n: number) => Contact.Id.parse(`con_${String(n).padStart(26, "0")}`);
const cellsOf = (texts: readonly string[]) => texts.map((text) => ({ kind: "text" as const, text }));

type Cells = Record<string, string>;
const read = (
  rows: readonly Cells[],
  columns: readonly string[] = [...CONTACT_COLUMNS.required, ...CONTACT_COLUMNS.optional],
) =>
  readContactRows(
    rowsOf(
      [
        {
          rows: [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))].map((cells, at) => ({
            number: at + 1,
            cells: cellsOf(cells),
          })),
        },
      ],
      CONTACT_COLUMNS,
    ).rows,
    { today: doing.day },
  );

const stored = (n: number, more: Partial<Contact.Writing> = {}) =>
  Contact.record(
    {
      kind: "person",
      name: `联系人${n}`,
      mobile: `1380000000${n}`,
      language: "zh-CN",
      source: { from: "visit" },
      ...more,
    },
    { ...doing, id: idOf(n) },
  );
const plan = (rows: Parameters<typeof planContacts>[0], ...known: Contact.Standing[]) =>
  planContacts(rows, {
    byWay: new Map(known.flatMap((one) => waysOf(one).map((way) => [way, one]))),
    minors: new Map(known.filter((one) => waysOf(one).length === 0).map((one) => [minorKey(one), one])),
    newId: () => idOf(99),
    doing,
  });
const row = (more: Cells = {}): Cells => ({ 姓名: "周阿姨", 手机: "13911112222", ...more });

describe("a file of contacts", () => {
  it("adds who is not there, with what it says of consent", () => {
    const { rows, steps } = plan(read([row({ 同意问候短信: "是", 同意回访: "否", 不再联系: "", 类别: "个人" })]));

    expect(rows).toMatchObject([{ state: "joins", name: "周阿姨", employeeNumber: "139****2222" }]);
    expect(steps[0]?.after).toMatchObject({
      mobile: "13911112222",
      source: { from: "import" },
      consents: [
        { purpose: "survey", state: "withdrawn" },
        { purpose: "greeting", state: "given" },
      ],
    });
  });

  it("changes who is there by their number, field by field, and leaves what it has no column for", () => {
    const before = stored(1, { email: "a@b.example" });
    const { rows, steps } = plan(read([{ 姓名: "周老师", 手机: "+86 138 0000 0001" }], ["姓名", "手机"]), before);

    expect(rows).toMatchObject([{ state: "changes", changes: [{ field: "姓名", from: "联系人1", to: "周老师" }] }]);
    expect(steps).toEqual([{ before, after: { ...before, name: "周老师", version: 1 } }]);
  });

  it("does nothing about who is as the file says", () => {
    const { rows, steps } = plan(read([{ 姓名: "联系人1", 手机: "13800000001" }], ["姓名", "手机"]), stored(1));

    expect([rows[0]?.state, steps]).toEqual(["unchanged", []]);
  });

  it("knows a minor again who has no number of their own", () => {
    const child = stored(3, {
      name: "小明",
      mobile: undefined,
      bornOn: "2014-05-01",
      guardian: { name: "明妈", mobile: "13900000001" },
    });
    const said = { 姓名: "小明", 手机: "", 出生日期: "2014-05-01", 监护人: "明爸", 监护人手机: "13900000002" };
    const { steps } = plan(read([said], Object.keys(said)), child);

    expect(steps).toMatchObject([{ before: { id: child.id }, after: { guardian: { name: "明爸" } } }]);
  });

  it("takes no no back", () => {
    const barred = Contact.setDoNotContact(stored(1), { ...doing, wanted: true, why: "来电要求" });
    const { rows, steps } = plan(
      read([{ 姓名: "联系人1", 手机: "13800000001", 不再联系: "否" }], ["姓名", "手机", "不再联系"]),
      barred,
    );

    expect([rows[0]?.state, steps]).toEqual(["unchanged", []]);
  });

  const no = Contact.decideConsent(stored(1), { purpose: "survey", state: "withdrawn", how: "spoken" }, doing);
  const FAULTS: Record<Extract<ProblemCode, `contact_${string}`>, () => { problems: { code: string }[] }[]> = {
    contact_unreachable: () => plan(read([row({ 手机: "" })])).rows,
    contact_needs_guardian: () => plan(read([row({ 出生日期: "2014-05-01" })])).rows,
    contact_guardian_unreachable: () => read([row({ 出生日期: "2014-05-01", 监护人: "明妈" })]),
    contact_not_a_person: () => plan(read([row({ 类别: "单位", 出生日期: "2000-05-01" })])).rows,
    contact_twice: () => read([row(), row({ 姓名: "周阿婆" })]),
    contact_two: () =>
      plan(read([row({ 手机: "13800000001", 邮箱: "b@c.example" })]), stored(1), stored(2, { email: "b@c.example" }))
        .rows,
    contact_said_no: () => plan(read([row({ 手机: "13800000001", 同意回访: "是" })]), no).rows,
    contact_word_unknown: () => read([row({ 类别: "外星人" })]),
  };

  it.each(Object.entries(FAULTS))("names %s as the fault of its row", (code, of) => {
    expect(of()[0]?.problems.map((one) => one.code)).toContain(code);
  });

  it("is tried for each fault of its own", () => {
    expect(Object.keys(FAULTS).sort()).toEqual(
      ProblemCode.options.filter((code) => code.startsWith("contact_")).sort(),
    );
  });
});
