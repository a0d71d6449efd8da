import { refusals } from "../lib/refusals.ts";

/** Why a file is not imported, or an import not applied or taken back. */
export const rosterRefusal = refusals({
  "roster.changed_since": [
    "conflict",
    "导入之后又有变更：{{names}}。不能撤销",
    "Rows were changed after this import: {{names}}. Undo is refused.",
  ],
  "roster.member_takes_part": [
    "conflict",
    "这些人已参加活动：{{names}}。不能撤销",
    "They take part in an activity already: {{names}}. Undo is refused.",
  ],
  "roster.stale": [
    "conflict",
    "预览之后资料已有变更。请重新导入文件，查看现在的结果",
    "What is stored changed since this preview. Import the file again to see what it does now.",
  ],
  "roster.not_previewed": [
    "conflict",
    "本次导入的状态是「{{status}}」，请重新导入文件",
    "This import is {{status}}; import the file again.",
  ],
  "roster.has_bad_rows": [
    "conflict",
    "有{{count}}行有误。请在文件中改正后重新导入；尚未作任何更改",
    "{{count}} rows are bad. Mend them in the file and import it again; nothing was changed.",
  ],
  "roster.has_bad_rows/skip": [
    "conflict",
    "有{{count}}行有误。请改正，或选择不导入这{{count}}行；尚未作任何更改",
    "{{count}} rows are bad. Put them right, or choose to leave these {{count}} out; nothing was changed.",
  ],
  "roster.not_applied": [
    "conflict",
    "本次导入的状态是「{{status}}」，没有可撤销的内容",
    "This import is {{status}}, so there is nothing to undo.",
  ],
  "roster.too_many_rows": [
    "invalid",
    "文件的表头之下超过{{most}}行，请分成几个文件",
    "The file has more than {{most}} rows below its header. Split it.",
  ],
  "roster.header_twice": [
    "invalid",
    "文件中这些列重复出现，可能用了不同名称：{{columns}}。每列只保留一个",
    "The file has these columns more than once, maybe under other names: {{columns}}. Keep one of each.",
  ],
  "roster.header_missing/chosen": [
    "invalid",
    "这些必需的内容还没有对应的列：{{missing}}。请为它们各选一列",
    "These required fields have no column yet: {{missing}}. Choose one for each.",
  ],
  "roster.sheet_missing": [
    "invalid",
    "没有这个工作表；可见的有{{sheets}}",
    "There is no such sheet; the visible ones are {{sheets}}.",
  ],
  "roster.column_missing": [
    "invalid",
    "没有「{{field}}」这一项，或没有{{column}}列；请重新选择",
    "There is no field {{field}}, or no column {{column}}. Choose again.",
  ],
  "roster.row_missing": [
    "missing",
    "文件中没有第{{row}}行，或已删除",
    "The file has no row {{row}}, or it was removed.",
  ],
  "roster.not_mendable": [
    "conflict",
    "这次导入没有保留原文件的内容，请改正文件后重新导入",
    "This import did not keep what its file says. Mend the file and import it again.",
  ],
  "roster.too_many_edits": [
    "conflict",
    "在页面上最多改{{most}}行，其余请在文件中改正后重新导入",
    "At most {{most}} rows are put right in the page. Mend the others in the file and import it again.",
  ],
  "roster.edited_meanwhile": [
    "conflict",
    "另一个人刚改过这次导入，请刷新后再改",
    "Somebody else has just changed this import. Reload it and try again.",
  ],
  "roster.no_rows": ["invalid", "文件只有表头，没有数据行", "The file has a header but no rows."],
  "roster.several_sheets": [
    "invalid",
    "有几个工作表都含有这些列：{{sheets}}。请只保留一个，其余隐藏或删除",
    "Several sheets have the columns of such a file: {{sheets}}. Hide or delete all but one.",
  ],
  "roster.missing": [
    "missing",
    "没有这次导入，请从导入列表打开",
    "There is no such import. Open one from the list of imports.",
  ],
  "roster.busy": [
    "conflict",
    "另一个导入正在写入，请等它完成后再试",
    "Another import is being applied. Try again when it is done.",
  ],
  "roster.unreadable/empty": ["invalid", "文件是空的", "The file is empty."],
  "roster.unreadable/text": [
    "invalid",
    "文件无法识别，请另存为工作簿，或编码为国标或万国码的文本",
    "The file is neither .xlsx nor text in UTF-8 or GB18030.",
  ],
  "roster.unreadable/quote": ["invalid", "第{{row}}行的引号没有闭合", "A quote in row {{row}} never closes."],
  "roster.too_large": ["invalid", "文件超过4 MB，请分成几个文件", "The file is larger than 4 MB. Split it."],
  "roster.unreadable/protected": [
    "invalid",
    "文件是旧版或加密的表格，请不设密码另存为新版工作簿",
    "The file is an old or protected Excel file; save it as .xlsx without a password.",
  ],
  "roster.unreadable/workbook": [
    "invalid",
    "文件不是可以读取的工作簿，请用表格软件重新保存",
    "The file is not a workbook that can be read. Save it again.",
  ],
  "roster.too_large/unpacked": [
    "invalid",
    "工作簿解压后超过20 MB，请分成几个文件",
    "The workbook is larger than 20 MB when unpacked. Split it.",
  ],

  "roster.changed_since/now": [
    "conflict",
    "导入之后刚有变更，不能撤销",
    "Rows were changed after this import, just now. Undo is refused.",
  ],
  "roster.mass_leaving": [
    "conflict",
    "{{reasons}}如确实如此，请在应用时附上 {{confirmed}}",
    "{{reasons}} If that is right, apply with {{confirmed}}.",
  ],
  "roster.mass_change": [
    "conflict",
    "{{reasons}}如确实如此，请在应用时附上 {{confirmed}}",
    "{{reasons}} If that is right, apply with {{confirmed}}.",
  ],
  "roster.header_missing": [
    "invalid",
    "文件前{{within}}行中缺少这些列：{{missing}}。请补上表头",
    "The file lacks these columns within its first {{within}} rows: {{missing}}. Add them to the header.",
  ],
  "roster.header_missing/sheets": [
    "invalid",
    "文件前{{within}}行中缺少这些列：{{missing}}；可见的工作表有{{sheets}}，最接近的是「{{nearest}}」",
    "The file lacks these columns within its first {{within}} rows: {{missing}}; the visible sheets are {{sheets}}, the nearest is {{nearest}}.",
  ],
});
