import { WORDS } from "@yigong/core/language/index.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useLanguage } from "../../shared/language.ts";

/** What the reader's tokens may be for, in words as the audit has them (`audit.action.${…}`), else by their code. */
export function useTokenActions(): { value: string; label: string }[] {
  const language = useLanguage();
  const tokens = useReading("GET /me/tokens");
  const words: Readonly<Record<string, string>> = WORDS[language];
  return (tokens.data?.choices ?? []).map((action) => {
    const text = words[`audit.action.${action}`];
    return { value: action, label: text ? `${text} (${action})` : action };
  });
}
