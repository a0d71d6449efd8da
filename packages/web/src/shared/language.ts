import type { Language } from "@yigong/core/language/catalogue.ts";
import { createContext, useContext } from "react";

const KEPT = "yigong.language";

const ours = (tag: string): Language | undefined =>
  /^zh(-|$)/i.test(tag) ? "zh-CN" : /^en(-|$)/i.test(tag) ? "en" : undefined;

function kept(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    // Private windows of some webviews have no storage.
    return null;
  }
}

/** The language of the reader: the one chosen on this phone, else the first of the browser's that we have. */
export function readLanguage(): Language {
  const chosen = ours(kept() ?? "");
  if (chosen) return chosen;
  const wished = navigator.languages.map(ours).find((language) => language !== undefined);
  return wished ?? (navigator.languages.length > 0 ? "en" : "zh-CN");
}

export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(KEPT, language);
  } catch {
    // It holds for this page then.
  }
}

export const LanguageContext = createContext<Language>("zh-CN");

export const useLanguage = (): Language => useContext(LanguageContext);
