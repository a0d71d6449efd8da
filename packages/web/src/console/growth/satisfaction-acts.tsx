import { Input, InputNumber } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import type { Satisfaction } from "../../shared/growth/growth.routes.ts";
import { useSettings } from "../../shared/use-when.ts";
import { wallAt } from "../../shared/wall-time.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Field } from "../ui/field.tsx";
import { InstantField } from "../ui/instant-field.tsx";
import { satisfactionWords } from "./satisfaction.words.ts";

type Year = Satisfaction["years"][number];

/** The year of now by the alliance's clock. */
function useThisYear(): number {
  const zone = useSettings()?.zone ?? "Asia/Shanghai";
  return Number(wallAt(new Date().toISOString(), zone).slice(0, 4));
}

interface YearFieldProps {
  value: number | null;
  onChange: (year: number | null) => void;
}

function YearField({ value, onChange }: YearFieldProps) {
  const say = useWords(satisfactionWords);
  return (
    <Field label={say("year")}>
      {(id) => <InputNumber id={id} min={1980} max={2199} precision={0} value={value} onChange={onChange} />}
    </Field>
  );
}

interface Said {
  index: string;
  source: string;
}

function SaidFields({ said, set }: { said: Said; set: (more: Partial<Said>) => void }) {
  const say = useWords(satisfactionWords);
  return (
    <>
      <Field label={say("index")} hint={say("index.hint")}>
        {(id) => (
          <Input
            id={id}
            inputMode="decimal"
            maxLength={8}
            value={said.index}
            onChange={({ target }) => set({ index: target.value })}
          />
        )}
      </Field>
      <Field label={say("source")} hint={say("source.hint")}>
        {(id) => (
          <Input id={id} maxLength={200} value={said.source} onChange={({ target }) => set({ source: target.value })} />
        )}
      </Field>
    </>
  );
}

const isSaid = ({ index, source }: Said): boolean => index.trim() !== "" && source.trim().length >= 2;
const trimmed = ({ index, source }: Said): Said => ({ index: index.trim(), source: source.trim() });
const BLANK: Said = { index: "", source: "" };

/** Records what is known of a year. */
export function StateYear() {
  const say = useWords(satisfactionWords);
  const lastYear = useThisYear() - 1;
  const [year, setYear] = useState<number | null>(lastYear);
  const [said, setSaid] = useState(BLANK);
  return (
    <ActButton
      fields={
        <>
          <YearField value={year} onChange={setYear} />
          <SaidFields said={said} set={(more) => setSaid((before) => ({ ...before, ...more }))} />
        </>
      }
      ready={year !== null && isSaid(said)}
      act={() => call("POST /satisfaction/{year}", { path: { year: String(year) }, body: trimmed(said) })}
      done={say("stated", { year: String(year) })}
      onDone={() => setSaid(BLANK)}
    >
      {say("state")}
    </ActButton>
  );
}

/** Puts a recorded year right. */
export function CorrectYear({ year: { year, index, source = "", version = 0 } }: { year: Year }) {
  const say = useWords(satisfactionWords);
  const [said, setSaid] = useState<Said>({ index, source });
  return (
    <ActButton
      size="small"
      fields={<SaidFields said={said} set={(more) => setSaid((before) => ({ ...before, ...more }))} />}
      reason="needed"
      ready={isSaid(said)}
      act={(reason) =>
        call("PUT /satisfaction/{year}", {
          path: { year: String(year) },
          body: { ...trimmed(said), reason, version },
        })
      }
      done={say("corrected")}
    >
      {say("correct")}
    </ActButton>
  );
}

/** Asks every employee about a year. */
export function AskEmployees() {
  const say = useWords(satisfactionWords);
  const [year, setYear] = useState<number | null>(useThisYear());
  const [closesAt, setClosesAt] = useState<string>();
  return (
    <ActButton
      type="primary"
      ask={say("ask.detail")}
      fields={
        <>
          <YearField value={year} onChange={setYear} />
          <Field label={say("closesAt")}>
            {(id) => <InstantField id={id} value={closesAt} onChange={setClosesAt} />}
          </Field>
        </>
      }
      ready={year !== null && closesAt !== undefined}
      act={() => call("POST /satisfaction/{year}/survey", { path: { year: String(year) }, body: { closesAt } })}
      done={say("asked")}
    >
      {say("ask")}
    </ActButton>
  );
}

/** Calls a survey off. */
export function CallOff({ formId }: { formId: string }) {
  const say = useWords(satisfactionWords);
  return (
    <ActButton
      danger
      ask={say("call.off.ask")}
      reason="needed"
      act={(reason) => call("POST /forms/{id}/call-off", { path: { id: formId }, body: { reason } })}
      done={say("call.off.done")}
    >
      {say("call.off")}
    </ActButton>
  );
}
