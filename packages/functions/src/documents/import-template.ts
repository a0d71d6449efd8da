import { type Language, sayingOf } from "@yigong/core/language/catalogue.ts";
import type { Columns } from "@yigong/core/roster/columns.ts";
import { fieldsOf } from "@yigong/core/roster/inspect.ts";
import { FORMAT } from "./table/write-table.ts";

const say = sayingOf({
  "zh-CN": {
    data: "数据",
    guide: "填写说明",
    field: "列",
    required: "必填",
    example: "示例",
    hint: "说明",
    yes: "是",
    no: "否",
    first: "示例（此行不会导入，可删除）",
    order:
      "列的先后不限；不需要的列可以删除，没有的列不会改动原有内容。名册文件就是全部在职人员：没有列出的人按离职处理。",
  },
  en: {
    data: "Data",
    guide: "Instructions",
    field: "Column",
    required: "Required",
    example: "Example",
    hint: "How to fill it in",
    yes: "yes",
    no: "no",
    first: "Example (not imported; delete it if you like)",
    order:
      "Columns may stand in any order. Delete what you do not need: a column that is missing changes nothing. A roster file is everybody employed: who is not in it leaves.",
  },
});

/** The same template is the same bytes. */
const EPOCH = new Date("2026-01-01T00:00:00Z");

/** An empty file for an import: the headers, a row that shows how to fill them in and is never imported, and a sheet of instructions. */
export async function importTemplate(columns: Columns, language: Language): Promise<Uint8Array> {
  const { writeXlsx } = await import("hucre/xlsx");
  const [words, fields] = [say(language), fieldsOf(columns, language)];
  const example = fields.map(({ label, example: text }, at) => [label, at === 0 ? words("first") : text]);
  const guide = fields.map(({ label, required, example: text, hint }) => ({
    field: label,
    required: words(required ? "yes" : "no"),
    example: text,
    hint,
  }));
  const text = (header: string, key: string, width: number) => ({ header, key, width, numFmt: FORMAT.text });
  return writeXlsx({
    properties: { created: EPOCH, modified: EPOCH },
    sheets: [
      {
        name: words("data"),
        columns: fields.map(({ label }) => text(label, label, Math.max(14, label.length * 2 + 2))),
        data: [Object.fromEntries(example)],
        freezePane: { rows: 1 },
      },
      {
        name: words("guide"),
        columns: [
          text(words("field"), "field", 20),
          text(words("required"), "required", 10),
          text(words("example"), "example", 24),
          text(words("hint"), "hint", 70),
        ],
        data: [...guide, { field: "", required: "", example: "", hint: words("order") }],
        freezePane: { rows: 1 },
      },
    ],
  });
}
