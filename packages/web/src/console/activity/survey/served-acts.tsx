import { Input } from "antd";
import { useState } from "react";
import { call } from "../../../shared/api/call.ts";
import { useWords } from "../../../shared/words.ts";
import { ActButton } from "../../ui/act.tsx";
import { Field } from "../../ui/field.tsx";
import type { Served as Client } from "../activity.routes.ts";
import { surveyPageWords } from "./survey.words.ts";

interface Props {
  activityId: string;
  client: Client;
}

/** Puts right how a client is reached, as they ask. */
export function CorrectServed({ activityId, client: { clientId, name = "", language } }: Props) {
  const say = useWords(surveyPageWords);
  const [typed, setTyped] = useState({ name, mobile: "", email: "" });
  const said = Object.fromEntries(
    Object.entries(typed).flatMap(([field, text]) => (text.trim() ? [[field, text.trim()]] : [])),
  );
  const fields = [
    ["name", say("served.name")],
    ["mobile", say("correct.mobile")],
    ["email", say("correct.email")],
  ] as const;
  return (
    <ActButton
      size="small"
      ask={say("correct.ask")}
      fields={fields.map(([field, label]) => (
        <Field key={field} label={label}>
          {(id) => (
            <Input
              id={id}
              maxLength={254}
              autoComplete="off"
              value={typed[field]}
              onChange={({ target }) => setTyped((before) => ({ ...before, [field]: target.value }))}
            />
          )}
        </Field>
      ))}
      ready={typed.mobile.trim() !== "" || typed.email.trim() !== ""}
      act={() =>
        call("PATCH /activities/{id}/served/{clientId}", {
          path: { id: activityId, clientId },
          body: { ...said, language },
        })
      }
      done={say("correct.done", { number: clientId.slice(4) })}
    >
      {say("correct")}
    </ActButton>
  );
}

/** Takes a client's contact out of the list, as they ask. */
export function RemoveServed({ activityId, client: { clientId } }: Props) {
  const say = useWords(surveyPageWords);
  return (
    <ActButton
      size="small"
      danger
      ask={say("remove.ask")}
      act={() => call("DELETE /activities/{id}/served/{clientId}", { path: { id: activityId, clientId } })}
      done={say("remove.done", { number: clientId.slice(4) })}
    >
      {say("remove")}
    </ActButton>
  );
}
