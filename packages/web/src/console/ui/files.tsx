import type { Material } from "../../shared/api/routes.ts";
import { useLanguage } from "../../shared/language.ts";
import { useWords } from "../../shared/words.ts";
import { uiWords } from "./ui.words.ts";

interface Props {
  files: readonly Material[];
  /** What they are, for who does not see them. */
  label: string;
}

/** Files as they were uploaded: photos to look at, documents to open. */
export function Files({ files, label }: Props) {
  const say = useWords(uiWords);
  const language = useLanguage();
  if (files.length === 0) return null;
  return (
    <ul className="file-list" aria-label={label}>
      {files.map(({ id, name, photo, document, rejected }) => (
        <li key={id}>
          {photo && (
            <a href={photo.url} target="_blank" rel="noreferrer">
              <img src={photo.thumbnail.url} alt={name} width={photo.thumbnail.width} height={photo.thumbnail.height} />
            </a>
          )}
          {document && <a href={document.url}>{name}</a>}
          {!photo && !document && (
            <span className="quiet">
              {name} {rejected ? rejected.text[language] : say("files.checking")}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
