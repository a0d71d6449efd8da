import { useReading } from "../../shared/api/use-reading.ts";
import { useLanguage } from "../../shared/language.ts";
import { useDomainWords } from "../../shared/words.ts";
import type {} from "../settings/settings.routes.ts";

/** What goes out to nobody in particular, or to who is no member. */
const OTHERS = ["survey.send", "announcement.publish", "award.notice"] as const;

/** Every kind of message by its subject, to choose from. */
export function useKinds(): { value: string; label: string }[] {
  const language = useLanguage();
  const word = useDomainWords();
  const templates = useReading("GET /settings/templates", {}, { live: false });
  const told = (templates.data?.items ?? []).map(({ kind, texts }) => ({
    value: kind,
    label: texts[language].subject.replaceAll(/\{\{\w+\}\}/g, "…"),
  }));
  const others = OTHERS.map((kind) => ({ value: kind as string, label: word(`message.kind.${kind}`) }));
  return [...others, ...told].sort((one, other) => one.label.localeCompare(other.label, language));
}
