import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "@yigong/core/language/catalogue.ts";
import { WORDS } from "@yigong/core/language/index.ts";
import type { Plugin } from "vite";

const LITERAL = /["'`]([a-z]+\.(?:\w+\.?)*)(["'`]|\$\{)/gi;

/** The keys of the catalogues that sources name: whole ones, and all that begin like `` `activity.status.${…}` ``. */
export function keysIn(source: string, keys: readonly string[]): string[] {
  const named = [...source.matchAll(LITERAL)].map(([, text = "", end]) => ({ text, open: end === "${" }));
  return keys.filter((key) => named.some(({ text, open }) => (open ? key.startsWith(text) : key === text)));
}

const sourcesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(join(folder, file), "utf8"));

/**
 * Leaves of all words of the domain only those that an app's sources name, which are a tenth for the phone.
 *
 * The compiler sees the whole catalogues, so that a key that there is not fails there.
 */
export const usedWords = (folders: readonly string[]): Plugin => ({
  name: "used-words",
  enforce: "pre",
  load(id) {
    if (!id.endsWith("/core/src/language/index.ts")) return undefined;
    const keys = keysIn(folders.flatMap(sourcesUnder).join("\n"), Object.keys(WORDS.en));
    const kept = (language: Language) =>
      Object.fromEntries(Object.entries(WORDS[language]).filter(([key]) => keys.includes(key)));
    const words = JSON.stringify({ "zh-CN": kept("zh-CN"), en: kept("en") });
    return {
      code: `import { fill } from "./catalogue.ts";
export { catalogue, fill, LANGUAGES, sayingOf } from "./catalogue.ts";
export * from "./when.ts";
export const WORDS = ${words};
export const text = (language, key, values) => fill(WORDS[language][key], values ?? {});`,
      moduleType: "js",
    };
  },
});
