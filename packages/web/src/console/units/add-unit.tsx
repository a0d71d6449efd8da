import type { UnitKind } from "@yigong/core/organization/organization.ts";
import { Input } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Field } from "../ui/field.tsx";
import { unitWords } from "./units.words.ts";

/** Makes a unit; what else is to be said of it is edited afterwards. */
export function AddUnit({ kind }: { kind: UnitKind }) {
  const say = useWords(unitWords);
  const [name, setName] = useState("");
  return (
    <ActButton
      type="primary"
      fields={
        <Field label={say("name")}>
          {(id) => <Input id={id} maxLength={80} value={name} onChange={({ target }) => setName(target.value)} />}
        </Field>
      }
      ready={name.trim() !== ""}
      act={() => call("POST /units", { body: { kind, name: name.trim() } })}
      done={(unit) => say("added", { name: unit.name })}
      onDone={() => setName("")}
    >
      {say(`add.${kind}`)}
    </ActButton>
  );
}
