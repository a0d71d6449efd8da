import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { gb18030 } from "../../../../../examples/taizhou/csv.ts";
import { readTable } from "./read-table.ts";
import { writeTable } from "./write-table.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
/** The rows of the only sheet, or of the first. */
const tableOf = async (bytes: Uint8Array) => (await readTable(bytes))[0] ?? { rows: [] };
const texts = async (bytes: Uint8Array) =>
  (await tableOf(bytes)).rows.map(({ cells }) => cells.map(({ text }) => text));

describe("a text file", () => {
  it.each([
    ["UTF-8", utf8("工号,姓名\r\n0001,安一一\r\n")],
    ["UTF-8 with a mark", utf8("\ufeff工号,姓名\r\n0001,安一一\r\n")],
    ["GB18030", gb18030("工号,姓名\r\n0001,安一一\r\n")],
    ["tabs and bare line feeds", utf8("工号\t姓名\n0001\t安一一")],
    ["semicolons and carriage returns", utf8("工号;姓名\r0001;安一一\r")],
  ])("reads alike in %s", async (_, bytes) => {
    expect(await texts(bytes)).toEqual([
      ["工号", "姓名"],
      ["0001", "安一一"],
    ]);
  });

  it.each([
    ["a title", "2026 年名册\n工号\t姓名\n0001\t安一一", ["0001", "安一一"]],
    ["a sentence with commas", "请注意：1,2\n工号;姓名;部门\n0001;安一一;市场部", ["0001", "安一一", "市场部"]],
    ["line breaks inside headers", '"工号\n（必填）"\t姓名\n0001\t安一一', ["0001", "安一一"]],
  ])("finds its delimiter below %s", async (_, text, last) => {
    expect((await texts(utf8(text))).at(-1)).toEqual(last);
  });

  it("reads quotes, quoted line ends and commas, and numbers rows by the line on which they begin", async () => {
    const { rows } = await tableOf(utf8('工号,备注\r\n\r\n1,"a ""b"", c\r\nd"\r\n2,\r\n'));

    expect(rows.map(({ number, cells }) => [number, cells.map(({ text }) => text)])).toEqual([
      [1, ["工号", "备注"]],
      [3, ["1", 'a "b", c\r\nd']],
      [5, ["2", ""]],
    ]);
  });

  it("takes the apostrophe away that guards exported cells from being formulas", async () => {
    expect(await texts(utf8("a\r\n'=1+1\r\n'O'Neill\r\n"))).toEqual([["a"], ["=1+1"], ["'O'Neill"]]);
  });

  it.each([
    ["a quote that never closes", utf8('a,b\r\n1,"2\r\n'), "roster.unreadable"],
    ["bytes that are no text", Uint8Array.of(0xff, 0xfe, 0x00, 0x41, 0x00), "roster.unreadable"],
    ["an old Excel file", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2), "roster.unreadable"],
    ["20,011 rows", utf8("1\n".repeat(20_011)), "roster.too_many_rows"],
    ["more than 4 MB", new Uint8Array(4 * 1024 * 1024 + 1), "roster.too_large"],
  ])("is refused with %s", async (_, bytes, code) => {
    await expect(readTable(bytes)).rejects.toMatchObject({ kind: "invalid", code });
  });

  it("may have 20,000 rows below a header of ten", async () => {
    expect((await tableOf(utf8("1\n".repeat(20_010)))).rows).toHaveLength(20_010);
  });
});

describe("a workbook", () => {
  it("keeps text, takes dates as wall-clock time and pads numbers as their format shows them", async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: "一",
          columns: [
            { header: "text", key: "text" },
            { header: "padded", key: "padded", numFmt: "000000" },
            { header: "bare", key: "bare" },
            { header: "date", key: "date", numFmt: "yyyy-mm-dd" },
            { header: "time", key: "time", numFmt: "yyyy-mm-dd hh:mm" },
          ],
          data: [
            {
              text: "000123",
              padded: 123,
              bare: 123,
              date: new Date("2010-03-01"),
              time: new Date("2026-09-12T07:20:00Z"),
            },
          ],
        },
      ],
    });
    const { rows } = await tableOf(bytes);

    expect(rows[1]).toEqual({
      number: 2,
      cells: [
        { kind: "text", text: "000123" },
        { kind: "text", text: "000123" },
        { kind: "number", text: "123" },
        { kind: "date", text: "2010-03-01 00:00" },
        { kind: "date", text: "2026-09-12 07:20" },
      ],
    });
  });

  it("reads the sheets that are not hidden, by name, and what writeTable wrote", async () => {
    const hidden = { name: "藏", hidden: true, rows: [["x"]] };
    const bytes = await writeXlsx({ sheets: [hidden, { name: "二", rows: [["y"]] }, { name: "三", rows: [["z"]] }] });
    const columns = [{ header: "工号", kind: "text", width: 9 }] as const;

    expect((await readTable(bytes)).map(({ name, rows }) => [name, rows[0]?.cells[0]?.text])).toEqual([
      ["二", "y"],
      ["三", "z"],
    ]);
    expect(await texts(await writeTable({ sheet: "s", columns, rows: [["=1+1"], ["007"]] }))).toEqual([
      ["工号"],
      ["=1+1"],
      ["007"],
    ]);
  });

  it("reads formatted text, results of formulas, errors and dates that there are not as they are shown", async () => {
    const written = unzipSync(await writeXlsx({ sheets: [{ name: "一", rows: [[new Date("2010-01-01")]] }] }));
    const name = "xl/worksheets/sheet1.xml";
    const date = (cell: string, days: string) => `<c r="${cell}" s="1"><v>${days}</v></c>`;
    const cells = [
      '<c r="A1" t="inlineStr"><is><r><t>*</t></r><r><t>工号</t></r></is></c>',
      '<c r="B1" t="str"><f>A1</f><v>007</v></c>',
      '<c r="C1" t="e"><v>#N/A</v></c>',
      ...[date("D1", "2958465"), date("E1", "2958466"), date("F1", "1e12"), date("G1", "0")],
    ];
    const sheet = strFromU8(written[name] ?? new Uint8Array()).replace(
      /<sheetData>.*<\/sheetData>/s,
      `<sheetData><row r="1">${cells.join("")}</row></sheetData>`,
    );
    const read = await texts(zipSync({ ...written, [name]: strToU8(sheet) }));

    expect(read).toEqual([["*工号", "007", "#N/A", "9999-12-31 00:00", "#####", "#####", "1899-12-31 00:00"]]);
  });

  it.each([
    [20_010, false],
    [20_011, true],
  ])("of %i rows below empty ones loses none of them unnoticed", async (count, cut) => {
    const rows = [...Array.from({ length: 40 }, () => [""]), ...Array.from({ length: count }, () => ["1"])];
    const [sheet] = await readTable(await writeXlsx({ sheets: [{ name: "一", rows }] }));

    expect([sheet?.rows.length, sheet?.cut]).toEqual([count, cut]);
  });

  it("is refused before it is unpacked when it declares more than 20 MB", async () => {
    const bytes = zipSync({ "xl/worksheets/sheet1.xml": new Uint8Array(21 * 1024 * 1024) });

    expect(bytes.length).toBeLessThan(100_000);
    await expect(readTable(bytes)).rejects.toMatchObject({ code: "roster.too_large" });
  });

  it("is refused when it is larger than it declares", async () => {
    const honest = await writeXlsx({ sheets: [{ name: "一", rows: [["a"]] }] });
    const name = "xl/worksheets/sheet1.xml";
    const files = { ...unzipSync(honest), [name]: new Uint8Array(30 * 1024 * 1024).fill(32) };

    await expect(readTable(understated(zipSync(files), 30 * 1024 * 1024))).rejects.toMatchObject({
      code: "roster.unreadable",
    });
  });

  it.each([
    ["a zip that is no workbook", zipSync({ "a.txt": strToU8("a") })],
    ["a zip cut short", zipSync({ "a.txt": strToU8("a") }).slice(0, 40)],
  ])("is refused when it is %s", async (_, bytes) => {
    await expect(readTable(bytes)).rejects.toMatchObject({ code: "roster.unreadable" });
  });
});

/** Writes 1,000 wherever a zip's headers say an entry has that many bytes. */
function understated(zip: Uint8Array, size: number): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length);
  for (let at = 0; at < zip.length - 28; at += 1) {
    const field =
      view.getUint32(at, true) === 0x02014b50 ? at + 24 : view.getUint32(at, true) === 0x04034b50 ? at + 22 : -1;
    if (field >= 0 && view.getUint32(field, true) === size) view.setUint32(field, 1000, true);
  }
  return zip;
}
