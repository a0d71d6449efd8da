import { Checkbox, Input, Radio } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { awayWords, WEEKDAYS, type Weekday } from "../../shared/away.words.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { DayField } from "../ui/day-field.tsx";
import { Field } from "../ui/field.tsx";

const HOW = ["telephone", "inPerson"] as const;
interface Typed {
  from: string | undefined;
  to: string | undefined;
  weekdays: Weekday[];
  note: string;
  how: (typeof HOW)[number];
}
const BLANK: Typed = { from: undefined, to: undefined, weekdays: [], note: "", how: "telephone" };

/** Writes down what somebody without a phone said of their absence. */
export function EnterAway({ memberId }: { memberId: string }) {
  const say = useWords(awayWords);
  const [typed, setTyped] = useState(BLANK);
  const set = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const { from, to, weekdays, note, how } = typed;
  const body = {
    ...{ from, to, how },
    ...(weekdays.length > 0 ? { weekdays } : {}),
    ...(note.trim() ? { note: note.trim() } : {}),
  };
  return (
    <ActButton
      size="small"
      ask={say("enter.ask")}
      fields={
        <>
          <Field label={say("from")}>
            {(id) => <DayField id={id} value={from} onChange={(day) => set({ from: day, to: to ?? day })} />}
          </Field>
          <Field label={say("to")} hint={say("to.hint")}>
            {(id) => <DayField id={id} value={to} onChange={(day) => set({ to: day })} />}
          </Field>
          <Field label={say("repeat.weekly")}>
            {(id) => (
              <Checkbox.Group
                {...{ id }}
                value={weekdays}
                onChange={(days) => set({ weekdays: days })}
                options={WEEKDAYS.map((day) => ({ value: day, label: say(`day.${day}`) }))}
              />
            )}
          </Field>
          <Field label={say("note")} hint={say("note.hint")}>
            {(id) => (
              <Input id={id} maxLength={500} value={note} onChange={({ target }) => set({ note: target.value })} />
            )}
          </Field>
          <Field label={say("enter.how")}>
            {(id) => (
              <Radio.Group
                id={id}
                value={how}
                onChange={({ target }) => set({ how: target.value })}
                options={HOW.map((value) => ({ value, label: say(`enter.${value}`) }))}
              />
            )}
          </Field>
        </>
      }
      ready={from !== undefined && to !== undefined}
      act={() => call("POST /members/{id}/away", { path: { id: memberId }, body })}
      done={say("enter.done")}
      onDone={() => setTyped(BLANK)}
    >
      {say("enter")}
    </ActButton>
  );
}
