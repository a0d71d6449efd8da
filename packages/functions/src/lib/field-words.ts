import type { Language } from "@yigong/core/language/catalogue.ts";

/** What people call the fields of requests. */
export const FIELDS: Readonly<Record<string, string>> = {
  body: "请求内容",
  path: "地址",
  query: "查询条件",
};

/** A field by its path: 「场次（第1项）的开始时间」, or `sessions.0.startsAt`. A field without a name keeps its path. */
export function fieldIn(language: Language, path: readonly PropertyKey[]): string {
  if (language === "en" || path.length === 0)
    return path.map(String).join(".") || (language === "en" ? "body" : "请求内容");
  const parts: string[] = [];
  for (const part of path.map(String)) {
    if (/^\d+$/.test(part) && parts.length > 0) parts.push(`${parts.pop() ?? ""}（第${Number(part) + 1}项）`);
    else parts.push(FIELDS[part] ?? part);
  }
  return parts.join("的");
}
