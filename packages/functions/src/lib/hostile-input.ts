import { Refusal } from "@yigong/core/lib/error.ts";
import { isWritable } from "@yigong/core/lib/plain-text.ts";
import { DATED_YEARS } from "@yigong/core/lib/time.ts";
import { createMiddleware } from "hono/factory";

/** Ids have 30 characters; a key of the store takes 2,048 bytes at most. */
const LONGEST_SEGMENT = 200;
const LONGEST_QUERY = 4_000;
/** Deeper than anything that is asked for, and safe to walk. */
const DEEPEST = 32;

const refuse = (where: string, what: string) => new Refusal("invalid", "input.invalid", `${where}: ${what}`);

/** A day or an instant, as the whole of a text. */
const DATED = /^[+-]?\d{4,6}-\d{2}-\d{2}(?:T|$)/;

function requireText(text: string, where: string): void {
  if (!isWritable(text.replaceAll("\r", "\n")))
    throw refuse(
      where,
      "has characters that cannot be written: controls, marks that turn the direction, half characters",
    );
  if (!DATED.test(text)) return;
  const year = Number.parseInt(text, 10);
  const { first, last } = DATED_YEARS;
  if (year < first || year > last) throw refuse(where, `is of a year before ${first} or after ${last}`);
}

/** Percent-encoding that is no UTF-8 would otherwise arrive as replacement characters. */
function decoded(text: string, where: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    throw refuse(where, "is not UTF-8");
  }
}

function requireTexts(value: unknown, where: string, depth: number): void {
  if (typeof value === "string") requireText(value, where);
  if (typeof value !== "object" || value === null) return;
  if (depth === DEEPEST) throw refuse("body", `is nested more than ${DEEPEST} deep`);
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
    throw refuse("body", error instanceof SyntaxError ? "is no JSON" : "is not UTF-8");
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
    if (text.length > LONGEST_SEGMENT) throw refuse("path", `a part has more than ${LONGEST_SEGMENT} characters`);
    requireText(text, "path");
  }
  const query = decoded(search, "query");
  if (query.length > LONGEST_QUERY) throw refuse("query", `has more than ${LONGEST_QUERY} characters`);
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
