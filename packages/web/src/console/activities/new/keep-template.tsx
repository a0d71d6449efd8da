import { Input } from "antd";
import { useState } from "react";
import { call } from "../../../shared/api/call.ts";
import { newId } from "../../../shared/new-id.ts";
import { useWords } from "../../../shared/words.ts";
import { ActButton } from "../../ui/act.tsx";
import { Field } from "../../ui/field.tsx";
import { newWords } from "./new.words.ts";

interface Props {
  /** How the template is called when nobody says otherwise. */
  title: string;
  body: { content: object; sessions: readonly object[] };
}

/** Keeps an activity without its dates, for others to begin with. */
export function KeepTemplate({ title, body }: Props) {
  const say = useWords(newWords);
  const [once, setOnce] = useState(newId);
  const [typed, setName] = useState<string>();
  const name = (typed ?? title).trim();
  return (
    <ActButton
      ask={say("template.ask")}
      fields={
        <Field label={say("template.name")}>
          {(id) => (
            <Input id={id} maxLength={80} value={typed ?? title} onChange={({ target }) => setName(target.value)} />
          )}
        </Field>
      }
      ready={name !== ""}
      act={() => call("POST /activity-templates", { body: { name, ...body }, once })}
      done={say("template.done", { name })}
      onDone={() => setOnce(newId())}
    >
      {say("template.keep")}
    </ActButton>
  );
}
