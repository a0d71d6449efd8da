import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeTable } from "@yigong/functions/documents/table/write-table.ts";
import { csv, gb18030 } from "./csv.ts";
import { type Person, people } from "./people.ts";
import { shifts } from "./work.ts";

const ROSTER = [
  ["工号", 10],
  ["姓名", 12],
  ["政治面貌", 14],
  ["支部", 18],
  ["部门", 14],
  ["岗位", 14],
  ["分队", 22],
  ["内训师", 8],
  ["手机", 14],
  ["邮箱", 26],
  ["入盟日期", 12],
  ["角色", 22],
  ["企业微信账号", 14],
  ["钉钉userid", 14],
  ["飞书user_id", 14],
] as const;
const SHIFTS = [
  ["工号", 10],
  ["岗位", 14],
  ["开始", 18],
  ["结束", 18],
  ["可代岗位", 24],
] as const;

const rowOf = (person: Person): string[] => [
  person.employeeNumber,
  person.name,
  person.politicalStatus,
  person.branch,
  person.department,
  person.post,
  person.teams.join("、"),
  person.trainer ? "是" : "否",
  person.mobile,
  person.email,
  person.volunteerSince,
  person.roles.join("、"),
  person.accounts.wecom,
  person.accounts.dingtalk,
  person.accounts.feishu,
];

const kindOf = (header: string) =>
  header === "入盟日期" ? "day" : header === "开始" || header === "结束" ? "moment" : "text";
const columns = (spec: readonly (readonly [string, number])[]) =>
  spec.map(([header, width]) => ({ header, width, kind: kindOf(header) }) as const);
const headers = (spec: readonly (readonly [string, number])[]) => spec.map(([header]) => header);

/**
 * Makes the example files: the same roster always, shifts for two weeks from a Monday on.
 *
 * @param monday - local day in Asia/Shanghai, `YYYY-MM-DD`
 * @throws RangeError when that is no Monday
 */
export async function generate(monday: string): Promise<Record<string, Uint8Array>> {
  const everybody = people();
  const roster = everybody.map(rowOf);
  const work = shifts(everybody, monday);
  return {
    "roster.xlsx": await writeTable({ sheet: "花名册", columns: columns(ROSTER), rows: roster }),
    "roster.csv": gb18030(csv([headers(ROSTER), ...roster])),
    "shifts.xlsx": await writeTable({ sheet: "排班", columns: columns(SHIFTS), rows: work }),
    "shifts.csv": new TextEncoder().encode(`\ufeff${csv([headers(SHIFTS), ...work])}`),
  };
}

const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;

/** The first Monday after a day in Asia/Shanghai. @param now - epoch milliseconds */
export function nextMonday(now: number): string {
  const local = now + SHANGHAI_MS;
  const ahead = (8 - new Date(local).getUTCDay()) % 7 || 7;
  return new Date(local + ahead * DAY_MS).toISOString().slice(0, 10);
}

if (import.meta.main) {
  const [day = "2026-09-07", directory = import.meta.dirname] = process.argv.slice(2);
  const monday = day === "next" ? nextMonday(Date.now()) : day;
  for (const [name, bytes] of Object.entries(await generate(monday))) writeFileSync(join(directory, name), bytes);
}
