import { Checkbox, InputNumber } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useLanguage } from "../../shared/language.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Field } from "../ui/field.tsx";
import type { Import } from "./imports.routes.ts";
import { importWords } from "./imports.words.ts";

/** Kinds whose undo says what happens to what was there before. */
const KEPT = ["contacts", "performance", "trainer", "satisfaction"] as const;
const isKept = (kind: string): kind is (typeof KEPT)[number] => (KEPT as readonly string[]).includes(kind);

/** Applies an import; of what many would lose, each number is typed first. */
export function ApplyImport({ of }: { of: Import }) {
  const { id, kind, fileName, counts, losses = [] } = of;
  const say = useWords(importWords);
  const language = useLanguage();
  const [typed, setTyped] = useState<Record<string, number>>({});
  const bad = counts.bad ?? 0;
  const [leavesOut, setLeavesOut] = useState(false);
  // Nothing follows from a contact who is not in a file, so that bad rows may be left out.
  const maySkip = kind === "contacts" && bad > 0;
  const ask = useAsk(of);
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
  const body = {
    ...(losses.length > 0 && { confirmed }),
    ...(maySkip && { skipBad: bad }),
  };
  return (
    <ActButton
      type="primary"
      disabled={bad > 0 && !maySkip}
      {...(bad > 0 && !maySkip ? { title: say("next.bad", { count: String(bad) }) } : {})}
      ask={ask}
      fields={
        <>
          {brake}
          {maySkip && (
            <Checkbox checked={leavesOut} onChange={({ target }) => setLeavesOut(target.checked)}>
              {say("apply.skip", { count: String(bad) })}
            </Checkbox>
          )}
        </>
      }
      ready={losses.every(({ what, count: lost }) => typed[what] === lost) && (!maySkip || leavesOut)}
      act={() => call("POST /imports/{id}/apply", { path: { id }, body })}
      done={say("apply.done", { file: fileName })}
    >
      {say("apply")}
    </ActButton>
  );
}

function useAsk({ kind, counts }: Import): string {
  const say = useWords(importWords);
  const count = (state: keyof typeof counts) => String(counts[state] ?? 0);
  if (kind === "shifts") return say("apply.shifts", { adds: count("adds"), removes: count("removes") });
  if (kind === "contacts") return say("apply.contacts", { joins: count("joins"), changes: count("changes") });
  if (kind === "performance") return say("apply.performance", { joins: count("joins"), changes: count("changes") });
  if (kind === "trainer") return say("apply.trainer", { adds: count("adds") });
  if (kind === "satisfaction") return say("apply.satisfaction", { joins: count("joins"), changes: count("changes") });
  const { joins, changes } = { joins: count("joins"), changes: count("changes") };
  return say("apply.ask", { joins, changes, transfers: count("transfers"), leaves: count("leaves") });
}

/** Takes an applied import back. */
export function UndoImport({ of: { id, kind, fileName } }: { of: Import }) {
  const say = useWords(importWords);
  return (
    <ActButton
      danger
      ask={say(isKept(kind) ? `undo.${kind}` : "undo.ask")}
      act={() => call("POST /imports/{id}/undo", { path: { id } })}
      done={say("undo.done", { file: fileName })}
    >
      {say("undo")}
    </ActButton>
  );
}
