/** A table as the bytes of a CSV file. */
export const csvFile = (rows: readonly (readonly string[])[]): Uint8Array =>
  new TextEncoder().encode(rows.map((row) => `${row.join(",")}\r\n`).join(""));

/** The header and three people of a small roster file. */
export const HEADER = "工号 姓名 政治面貌 支部 部门 岗位 分队 内训师 手机 邮箱 入盟日期 角色".split(" ");
export const ANNA = [
  "0007",
  "安一一",
  "中共党员",
  "一支部",
  "市场部",
  "营业员",
  "爱心奉献",
  "是",
  "13800001111",
  "",
  "2010-03-01",
  "管理员",
];
export const BEN = ["0008", "白二二", "群众", "", "市场部", "客服代表", "", "否", "", "", "", ""];
export const CARL = [
  "0009",
  "陈三三",
  "预备党员",
  "一支部",
  "市场部",
  "营业员",
  "",
  "否",
  "",
  "",
  "2011年3月1日",
  "支部书记",
];
export const first = { actorId: "mem_admin", at: "2026-09-01T01:00:00.000Z" };
export const later = { actorId: "mem_admin", at: "2026-10-01T01:00:00.000Z" };
/** A row with some cells changed, by header. */
export const altered = (row: readonly string[], changes: Record<string, string>) =>
  row.map((cell, at) => changes[HEADER[at] ?? ""] ?? cell);

/** A roster file of these rows. */
export const rosterFile = (rows: readonly (readonly string[])[]) =>
  ({ kind: "roster", fileName: "roster.csv", bytes: csvFile([HEADER, ...rows]) }) as const;
