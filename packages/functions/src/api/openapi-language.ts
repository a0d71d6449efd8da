import type { Language } from "@yigong/core/language/catalogue.ts";
import { DESCRIPTIONS } from "./openapi-descriptions.ts";
import { SUMMARIES, TAGS } from "./openapi-summaries.ts";

const LENGTHS = /^plain text, (\d+) to (\d+) characters$/;

/** A text of the API's description in Chinese, if there is one. */
export function chineseOf(english: string): string | undefined {
  const [, least, most] = LENGTHS.exec(english) ?? [];
  if (least !== undefined) return `文字，${least}至${most ?? ""}个字`;
  return SUMMARIES[english] ?? DESCRIPTIONS[english] ?? TAGS[english];
}

/** Where a description has texts for people; everything else is for programs. */
const isText = (key: string, value: unknown): value is string =>
  (key === "summary" || key === "description") && typeof value === "string";

function translated(value: unknown, key = ""): unknown {
  if (isText(key, value)) return chineseOf(value) ?? value;
  if (Array.isArray(value))
    return value.map((each) =>
      key === "tags" && typeof each === "string" ? (chineseOf(each) ?? each) : translated(each),
    );
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, translated(each, name)]));
}

/** The API's description in a language. Paths, fields and codes are the same in both. */
export const inLanguage = <Document extends object>(document: Document, language: Language): Document =>
  language === "en" ? document : (translated(document) as Document);
