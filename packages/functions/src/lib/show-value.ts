import type { Language } from "@yigong/core/language/catalogue.ts";
import { dayText, instantText } from "@yigong/core/language/when.ts";
import type { Said } from "@yigong/core/lib/error.ts";
import { plainValuesOf } from "@yigong/core/lib/refusals.ts";
import { DEFAULTS } from "./default-settings.ts";
import type { Reader } from "./reader.ts";

const ID = /^[a-z]{2,4}_[0-9a-z]{26}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const GONE = { "zh-CN": "（已不存在）", en: "(no longer there)" };

export const isId = (value: string): boolean => ID.test(value);

interface Known {
  zone: string;
  names: ReadonlyMap<string, string>;
}

/** Makes a value readable: an id becomes a name, an instant a local time, a day a day with its weekday. */
export const showValue =
  (language: Language, { zone, names }: Known) =>
  (value: string): string => {
    if (ID.test(value)) return names.get(value) ?? GONE[language];
    if (INSTANT.test(value)) return instantText(language, value, { zone });
    return DAY.test(value) ? dayText(language, `${value}T00:00:00.000Z`, { zone: "UTC" }) : value;
  };

const NOBODY: Known = { zone: DEFAULTS.zone, names: new Map() };

/** Looks up what a refusal's text needs. Without an answer of the store it is told as far as it goes. */
export async function knownFor(said: Said | undefined, reader: Reader | undefined): Promise<Known> {
  const plain = said ? plainValuesOf(said) : [];
  if (!reader || plain.length === 0) return NOBODY;
  const ids = plain.filter(isId);
  try {
    const [zone, names] = await Promise.all([
      plain.some((value) => INSTANT.test(value)) ? reader.zone() : NOBODY.zone,
      ids.length > 0 ? reader.namesOf(ids) : NOBODY.names,
    ]);
    return { zone, names };
  } catch {
    return NOBODY;
  }
}
