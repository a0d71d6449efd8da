import { WORDS } from "@yigong/core/language/index.ts";
import { useLanguage } from "../../shared/language.ts";

const PREFIX = "audit.action.";

/** Every action that the audit has words for, to choose from; `audit.action.${…}` keeps its words in the build. */
export function useActions(): { value: string; label: string }[] {
  const language = useLanguage();
  const words: Readonly<Record<string, string>> = WORDS[language];
  return Object.entries(words)
    .filter(([key]) => key.startsWith(PREFIX))
    .map(([key, label]) => ({ value: key.slice(PREFIX.length), label }))
    .sort((one, other) => one.label.localeCompare(other.label, language));
}
