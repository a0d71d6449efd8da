import type { Context } from "hono";
import { accepts } from "hono/accepts";
import { LANGUAGES, type Language } from "./messages.ts";

/** The language of a page: the query's `lang` (`zh` as well as `zh-CN`), else the first supported one in Accept-Language, else English. A request
 * that states no preference gets Chinese. */
export function languageOf(c: Context): Language {
  const wish = c.req.query("lang");
  const asked = wish === undefined || wish === "*" ? undefined : supportedOf(wish);
  const supports = [...LANGUAGES];
  return asked ?? supportedOf(accepts(c, { header: "Accept-Language", supports, default: "zh-CN", match })) ?? "en";
}

const match = (accepted: readonly { type: string; q: number }[]): string =>
  accepted
    .filter(({ q }) => q > 0)
    .toSorted((a, b) => b.q - a.q)
    .map(({ type }) => supportedOf(type))
    .find((language) => language !== undefined) ?? "en";

/** By the primary tag: zh-TW is answered in zh-CN. */
function supportedOf(tag: string): Language | undefined {
  if (tag === "*" || /^zh(-|$)/i.test(tag)) return "zh-CN";
  return /^en(-|$)/i.test(tag) ? "en" : undefined;
}
