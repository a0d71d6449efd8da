import { Button } from "antd";
import { useWords } from "../../../shared/words.ts";
import { archivePageWords } from "./archive.words.ts";
import type { ArchiveDraft } from "./use-archive-draft.ts";

/** Whether what was written is on the server. */
export function SaveState({ draft }: { draft: ArchiveDraft }) {
  const say = useWords(archivePageWords);
  const { saving, isDirty, save } = draft;
  if (saving === "failed")
    return (
      <p className="late" role="alert">
        {say("save.kept")} <Button onClick={() => void save()}>{say("save.again")}</Button>
      </p>
    );
  return (
    <p className="quiet" role="status">
      {say(isDirty || saving === "saving" ? "save.saving" : "save.saved")}
    </p>
  );
}
