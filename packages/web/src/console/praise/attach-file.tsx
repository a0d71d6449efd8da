import { useState } from "react";
import type { Praise } from "../../shared/praise/praise.routes.ts";
import { praiseWords } from "../../shared/praise/praise.words.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Field } from "../ui/field.tsx";
import { ACCEPTED, uploadFile } from "./upload-file.ts";

/** Adds a file to praise that was recorded before. */
export function AttachFile({ praise }: { praise: Pick<Praise, "id" | "date"> }) {
  const say = useWords(praiseWords);
  const [file, setFile] = useState<File>();
  return (
    <ActButton
      size="small"
      fields={
        <Field label={say("file")} hint={say("file.hint")}>
          {(id) => (
            <input id={id} type="file" accept={ACCEPTED} onChange={({ target }) => setFile(target.files?.[0])} />
          )}
        </Field>
      }
      ready={file !== undefined}
      act={async () => {
        if (file) await uploadFile(praise, file);
      }}
      done={say("file.added")}
      onDone={() => setFile(undefined)}
    >
      {say("file.add")}
    </ActButton>
  );
}
