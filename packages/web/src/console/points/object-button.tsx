import { Input } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { newId } from "../../shared/new-id.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Field } from "../ui/field.tsx";
import { pointsWords } from "./points.words.ts";

/** Objects to an entry of one's own. */
export function ObjectButton({ entryId }: { entryId: string }) {
  const say = useWords(pointsWords);
  const [text, setText] = useState("");
  const [once, setOnce] = useState(newId);
  return (
    <ActButton
      ask={say("object.ask")}
      fields={
        <Field label={say("object.text")}>
          {(id) => (
            <Input.TextArea
              id={id}
              rows={4}
              maxLength={2000}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </Field>
      }
      ready={text.trim() !== ""}
      act={() => call("POST /points/objections", { once, body: { entryId, text: text.trim() } })}
      done={say("object.done")}
      onDone={() => {
        setText("");
        setOnce(newId());
      }}
    >
      {say("object.do")}
    </ActButton>
  );
}
