import { deputyWords } from "../../shared/deputy.words.ts";
import { useActing } from "../../shared/use-acting.ts";
import { useWords } from "../../shared/words.ts";
import { Note } from "./parts.tsx";

/** For whom the reader decides here, where they are somebody's deputy. */
export function ActingNote() {
  const say = useWords(deputyWords);
  const acting = useActing();
  if (!acting) return null;
  return (
    <Note tone="soon">
      <p>{acting}</p>
      <p className="quiet">{say("acting.note")}</p>
    </Note>
  );
}
