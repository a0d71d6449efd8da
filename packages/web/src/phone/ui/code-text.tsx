import { useLanguage } from "../../shared/language.ts";
import { useSettings } from "../../shared/use-when.ts";
import { useDomainWords } from "../../shared/words.ts";

/** What volunteers accept: the text of the settings, else the service spirit and the code of the founding. @source docs/domain.md O2 */
export function CodeText() {
  const word = useDomainWords();
  const language = useLanguage();
  const settings = useSettings();
  if (!settings) return null;
  if (settings.codeText) return <p className="pre">{settings.codeText[language]}</p>;
  return (
    <>
      <p>{word("organization.code.spirit")}</p>
      <p>{word("organization.code.articles")}</p>
    </>
  );
}
