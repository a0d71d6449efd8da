import { Input, Select } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { newId } from "../../shared/new-id.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { DayField } from "../ui/day-field.tsx";
import { Field } from "../ui/field.tsx";
import { useUnits } from "../units/use-units.ts";
import { deedWords } from "./deeds.words.ts";

const FOR = ["society", "client", "employee"] as const;
interface Draft {
  date?: string | undefined;
  description: string;
  beneficiary: (typeof FOR)[number];
  evidence: string;
  branchId?: string | undefined;
}
const EMPTY: Draft = { description: "", beneficiary: "society", evidence: "" };

/** Records a good deed, once however often it is sent. */
export function AddDeed() {
  const say = useWords(deedWords);
  const when = useWhen();
  const me = useMe();
  const isBranchOnly = me?.roles.every(({ scope }) => scope.kind !== "all") ?? false;
  const own = isBranchOnly ? me?.branchId : undefined;
  const [once, setOnce] = useState(newId);
  const [draft, setDraft] = useState(EMPTY);
  const set = (patch: Partial<Draft>) => setDraft((before) => ({ ...before, ...patch }));
  const { evidence, branchId = own, ...rest } = draft;
  const body = { ...rest, branchId, ...(evidence.trim() && { evidence: evidence.trim() }) };
  return (
    <ActButton
      type="primary"
      fields={<Fields draft={{ ...draft, branchId }} set={set} own={own} />}
      ready={draft.date !== undefined && draft.description.trim().length >= 5}
      act={() => call("POST /deeds", { body, once })}
      done={({ date }) => say("added", { day: when.date(date) })}
      onDone={() => {
        setDraft(EMPTY);
        setOnce(newId());
      }}
    >
      {say("add")}
    </ActButton>
  );
}

interface FieldsProps {
  draft: Draft;
  set: (patch: Partial<Draft>) => void;
  own: string | undefined;
}

function Fields({ draft, set, own }: FieldsProps) {
  const say = useWords(deedWords);
  const units = useUnits();
  const branches = units.of("branch");
  return (
    <>
      <Field label={say("date")}>
        {(id) => <DayField id={id} value={draft.date} onChange={(date) => set({ date })} />}
      </Field>
      <Field label={say("description")} hint={say("description.hint")}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={3}
            maxLength={1000}
            value={draft.description}
            onChange={({ target }) => set({ description: target.value })}
          />
        )}
      </Field>
      <Field label={say("beneficiary")}>
        {(id) => (
          <Select
            id={id}
            className="wide"
            value={draft.beneficiary}
            options={FOR.map((value) => ({ value, label: say(`beneficiary.${value}`) }))}
            onChange={(beneficiary) => set({ beneficiary })}
          />
        )}
      </Field>
      <Field label={say("evidence")} hint={say("evidence.hint")}>
        {(id) => (
          <Input
            id={id}
            maxLength={500}
            value={draft.evidence}
            onChange={({ target }) => set({ evidence: target.value })}
          />
        )}
      </Field>
      <Field label={say("branchId")}>
        {(id) => (
          <Select
            id={id}
            className="wide"
            allowClear={own === undefined}
            value={draft.branchId ?? null}
            options={own ? branches.filter(({ value }) => value === own) : branches}
            onChange={(value: string | null) => set({ branchId: value ?? undefined })}
          />
        )}
      </Field>
    </>
  );
}
