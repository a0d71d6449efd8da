import { Alert, Input } from "antd";
import { useState } from "react";
import { call } from "../../../shared/api/call.ts";
import { useMarks } from "../../../shared/marks.ts";
import { useWords } from "../../../shared/words.ts";
import { ActButton } from "../../ui/act.tsx";
import { Field } from "../../ui/field.tsx";
import { readContacts } from "./read-contacts.ts";
import { surveyPageWords } from "./survey.words.ts";

/** Whom the activity served, typed or pasted one a line. */
export function AddServed({ activityId }: { activityId: string }) {
  const say = useWords(surveyPageWords);
  const { list } = useMarks();
  const [text, setText] = useState("");
  const { contacts, bad } = readContacts(text);
  return (
    <ActButton
      ask={say("served.ask")}
      fields={
        <>
          <Field label={say("served.lines")} hint={say("served.read", { count: String(contacts.length) })}>
            {(id) => (
              <Input.TextArea
                id={id}
                rows={8}
                placeholder={say("served.example")}
                value={text}
                onChange={({ target }) => setText(target.value)}
              />
            )}
          </Field>
          {bad.length > 0 && <Alert type="warning" title={say("served.bad", { lines: list(bad) })} />}
        </>
      }
      ready={contacts.length > 0 && bad.length === 0}
      act={() => call("POST /activities/{id}/served", { path: { id: activityId }, body: { clients: contacts } })}
      done={({ added, duplicates, total }) =>
        say("served.done", { added: String(added), duplicates: String(duplicates), total: String(total) })
      }
      onDone={() => setText("")}
    >
      {say("served.add")}
    </ActButton>
  );
}
