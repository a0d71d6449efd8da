import type { Language } from "@yigong/core/language/catalogue.ts";

/**
 * Chooses the language of an answer: the one asked for (by `zh` as by `zh-CN`, in any case), else the first that `Accept-Language` names and we have.
 *
 * Without either it is Chinese; a header that names neither language gets English.
 */
export function languageOf(asked: string | undefined, acceptLanguage: string | undefined): Language {
  const named = asked === undefined || asked === "*" ? undefined : ours(asked.toLowerCase());
  if (named) return named;
  if (!acceptLanguage?.trim()) return "zh-CN";
  return (
    wishesOf(acceptLanguage)
      .map(ours)
      .find((language) => language !== undefined) ?? "en"
  );
}

const wishesOf = (header: string): string[] =>
  header
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", ...settings] = part.trim().split(";");
      const quality = settings.map((setting) => /^\s*q=([\d.]+)\s*$/.exec(setting)?.[1]).find((q) => q !== undefined);
      return { tag: tag.toLowerCase(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);

const ours = (tag: string): Language | undefined => {
  if (tag === "*" || /^zh(-|$)/.test(tag)) return "zh-CN";
  return /^en(-|$)/.test(tag) ? "en" : undefined;
};
