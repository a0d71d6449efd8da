import { Input, Select } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import type { Activity } from "../../shared/api/routes.ts";
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
/** A deed within an activity: of the day of its first session once that came, for whom it is and of its branch. */
function within({ sessions, beneficiary, branchId }: Activity): Partial<Draft> {
  const first = sessions[0]?.startsAt;
  const date = first && Date.parse(first) <= Date.now() ? new Date(first).toLocaleDateString("sv-SE") : undefined;
  return { date, beneficiary, branchId };
}

const EMPTY: Draft = { description: "", beneficiary: "society", evidence: "" };

interface Props {
  /** The activity within which it was done; without one it stands alone. */
  activity?: Activity;
}

/** Records a deed, once however often it is sent; from who may not record deeds it waits to be confirmed. */
export function AddDeed({ activity }: Props) {
  const say = useWords(deedWords);
  const when = useWhen();
  const me = useMe();
  const isBranchOnly = me?.roles.every(({ scope }) => scope.kind !== "all") ?? false;
  const own = isBranchOnly && !activity ? me?.branchId : undefined;
  const [once, setOnce] = useState(newId);
  const empty = activity ? { ...EMPTY, ...within(activity) } : EMPTY;
  const [draft, setDraft] = useState(empty);
  const set = (patch: Partial<Draft>) => setDraft((before) => ({ ...before, ...patch }));
  const { evidence, branchId = own, ...rest } = draft;
  const body = {
    ...rest,
    branchId,
    ...(activity && { activityId: activity.id }),
    ...(evidence.trim() && { evidence: evidence.trim() }),
  };
  return (
    <ActButton
      type={activity ? "default" : "primary"}
      fields={<Fields draft={{ ...draft, branchId }} set={set} own={own} />}
      ready={draft.date !== undefined && draft.description.trim().length >= 5}
      act={() => call("POST /deeds", { body, once })}
      done={({ date, status }) => (status === "reported" ? say("reported") : say("added", { day: when.date(date) }))}
      onDone={() => {
        setDraft(empty);
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
