import type { Language } from "@yigong/core/language/catalogue.ts";
import { Segmented } from "antd";
import { call } from "../../shared/api/call.ts";
import { useLanguage } from "../../shared/language.ts";
import { useAct } from "../../shared/use-act.ts";
import { useOffered } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { useLookOf } from "../look.ts";
import { Trouble } from "../ui/trouble.tsx";
import { settingsWords } from "./settings.words.ts";

/** The reader's language, of pages and of messages. */
export function LanguagePart() {
  const say = useWords(settingsWords);
  const language = useLanguage();
  const { speak } = useLookOf();
  const change = useAct((to: Language) => {
    speak(to);
    return call("PUT /me/language", { body: { language: to } });
  });
  return (
    <div className="settings-form">
      <h2>{say("language.mine")}</h2>
      <Segmented
        aria-label={say("language.mine")}
        value={language}
        options={useOffered().map((value) => ({ value, label: say(`language.${value}`) }))}
        onChange={(to) => change.mutate(to)}
      />
      <p className="quiet">{say("language.mine.hint")}</p>
      <p className="quiet">{say("language.all")}</p>
      {change.error && <Trouble error={change.error} />}
    </div>
  );
}
