import type { InBoth } from "@yigong/core/lib/error.ts";
import { isWritable } from "@yigong/core/lib/plain-text.ts";
import { DATED_YEARS } from "@yigong/core/lib/time.ts";
import { createMiddleware } from "hono/factory";
import { InputRefusal } from "./refuse-input.ts";

/** Ids have 30 characters; a key of the store takes 2,048 bytes at most. */
const LONGEST_SEGMENT = 200;
const LONGEST_QUERY = 4_000;
/** Deeper than anything that is asked for, and safe to walk. */
const DEEPEST = 32;

const words = {
  unwritable: {
    "zh-CN": "含有无法书写的字符：控制符、改变书写方向的标记或不完整的字符",
    en: "has characters that cannot be written: controls, marks that turn the direction, half characters",
  },
  year: {
    "zh-CN": `年份须在${DATED_YEARS.first}至${DATED_YEARS.last}之间`,
    en: `is of a year before ${DATED_YEARS.first} or after ${DATED_YEARS.last}`,
  },
  encoding: { "zh-CN": "编码有误，无法读取", en: "is not UTF-8" },
  deep: { "zh-CN": `嵌套超过${DEEPEST}层`, en: `is nested more than ${DEEPEST} deep` },
  syntax: { "zh-CN": "不是可以读取的数据格式", en: "is no JSON" },
  segment: {
    "zh-CN": `有一段超过${LONGEST_SEGMENT}个字符`,
    en: `a part has more than ${LONGEST_SEGMENT} characters`,
  },
  query: { "zh-CN": `超过${LONGEST_QUERY}个字符`, en: `has more than ${LONGEST_QUERY} characters` },
} satisfies Record<string, InBoth>;

const refuse = (where: string, said: InBoth) => new InputRefusal([{ path: where.split("."), said }]);

/** A day or an instant, as the whole of a text. */
const DATED = /^[+-]?\d{4,6}-\d{2}-\d{2}(?:T|$)/;

function requireText(text: string, where: string): void {
  if (!isWritable(text.replaceAll("\r", "\n"))) throw refuse(where, words.unwritable);
  if (!DATED.test(text)) return;
  const year = Number.parseInt(text, 10);
  const { first, last } = DATED_YEARS;
  if (year < first || year > last) throw refuse(where, words.year);
}

/** Percent-encoding that is no UTF-8 would otherwise arrive as replacement characters. */
function decoded(text: string, where: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    throw refuse(where, words.encoding);
  }
}

function requireTexts(value: unknown, where: string, depth: number): void {
  if (typeof value === "string") requireText(value, where);
  if (typeof value !== "object" || value === null) return;
  if (depth === DEEPEST) throw refuse("body", words.deep);
  for (const [key, each] of Object.entries(value)) {
    requireText(key, where);
    requireTexts(each, `${where}.${key}`, depth + 1);
  }
}

function parsed(bytes: ArrayBuffer): unknown {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text === "" ? undefined : JSON.parse(text);
  } catch (error) {
    throw refuse("body", error instanceof SyntaxError ? words.syntax : words.encoding);
  }
}

/**
 * Refuses what no field of any route takes, before a route looks at it: text that is not UTF-8 or cannot be written,
 * identifiers longer than any there is, values nested without end.
 *
 * @throws `input.invalid`
 */
export const refuseHostileInput = createMiddleware(async (c, next) => {
  const { pathname, search } = new URL(c.req.url);
  for (const segment of pathname.split("/")) {
    const text = decoded(segment, "path");
    if (text.length > LONGEST_SEGMENT) throw refuse("path", words.segment);
    requireText(text, "path");
  }
  const query = decoded(search, "query");
  if (query.length > LONGEST_QUERY) throw refuse("query", words.query);
  requireText(query, "query");
  for (const [name, value] of new URLSearchParams(search)) requireText(value, name);
  if (/json/i.test(c.req.header("content-type") ?? "")) {
    const body = parsed(await c.req.arrayBuffer());
    requireTexts(body, "body", 0);
    // Clients that say JSON with every request send nothing to routes that need nothing said.
    if (body === undefined) Object.assign(c.req.bodyCache, { text: Promise.resolve("{}") });
  }
  await next();
});
