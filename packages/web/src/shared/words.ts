import { type Language, sayingOf } from "@yigong/core/language/catalogue.ts";
import { type Key, text } from "@yigong/core/language/index.ts";
import { useMemo } from "react";
import { useLanguage } from "./language.ts";

/** A page's own texts in the reader's language. */
export function useWords<Chinese extends Record<string, string>>(texts: {
  "zh-CN": Chinese;
  en: { readonly [K in keyof Chinese]: string };
}) {
  const language = useLanguage();
  return useMemo(() => sayingOf(texts)(language), [texts, language]);
}

/** A word of the domain in the reader's language, such as `activity.status.recruiting`. */
export function useDomainWords() {
  const language = useLanguage();
  return <K extends Key>(
    key: K,
    ...values: Parameters<typeof text<K>> extends [Language, K, ...infer Rest] ? Rest : never
  ) => text(language, key, ...(values as never));
}
