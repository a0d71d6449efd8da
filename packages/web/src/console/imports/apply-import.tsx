import { InputNumber } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useLanguage } from "../../shared/language.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Field } from "../ui/field.tsx";
import type { Import } from "./imports.routes.ts";
import { importWords } from "./imports.words.ts";

/** Applies an import; of what many would lose, each number is typed first. */
export function ApplyImport({ of: { id, kind, fileName, counts, losses = [] } }: { of: Import }) {
  const say = useWords(importWords);
  const language = useLanguage();
  const [typed, setTyped] = useState<Record<string, number>>({});
  const count = (state: keyof typeof counts) => String(counts[state] ?? 0);
  const bad = counts.bad ?? 0;
  const ask =
    kind === "shifts"
      ? say("apply.shifts", { adds: count("adds"), removes: count("removes") })
      : say("apply.ask", {
          joins: count("joins"),
          changes: count("changes"),
          transfers: count("transfers"),
          leaves: count("leaves"),
        });
  const brake = losses.length > 0 && (
    <>
      <p>{say("apply.brake")}</p>
      {losses.map(({ what, count: lost, reason }) => (
        <Field key={what} label={say("apply.brake.field", { reason: reason[language], count: String(lost) })}>
          {(field) => (
            <InputNumber
              id={field}
              min={1}
              value={typed[what] ?? null}
              onChange={(value) => setTyped((before) => ({ ...before, [what]: value ?? 0 }))}
            />
          )}
        </Field>
      ))}
    </>
  );
  const confirmed = Object.fromEntries(losses.map(({ what }) => [what, typed[what]]));
  return (
    <ActButton
      type="primary"
      disabled={bad > 0}
      {...(bad > 0 ? { title: say("next.bad", { count: String(bad) }) } : {})}
      ask={ask}
      fields={brake}
      ready={losses.every(({ what, count: lost }) => typed[what] === lost)}
      act={() => call("POST /imports/{id}/apply", { path: { id }, body: losses.length > 0 ? { confirmed } : {} })}
      done={say("apply.done", { file: fileName })}
    >
      {say("apply")}
    </ActButton>
  );
}

/** Takes an applied import back. */
export function UndoImport({ of: { id, fileName } }: { of: Import }) {
  const say = useWords(importWords);
  return (
    <ActButton
      danger
      ask={say("undo.ask")}
      act={() => call("POST /imports/{id}/undo", { path: { id } })}
      done={say("undo.done", { file: fileName })}
    >
      {say("undo")}
    </ActButton>
  );
}
