import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import type { Member } from "../../shared/api/routes.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { DayField } from "../ui/day-field.tsx";
import { Field } from "../ui/field.tsx";
import { peopleWords } from "./people.words.ts";

/** Says from which day on somebody is not employed, or takes it back. */
export function Leaving({ member: { id, name, version, leftOn } }: { member: Member }) {
  const say = useWords(peopleWords);
  const when = useWhen();
  const [day, setDay] = useState<string>();
  const change = (value: string | null) =>
    call("PATCH /members/{id}", { path: { id }, body: { version, leftOn: value }, version });
  if (leftOn)
    return (
      <ActButton ask={say("stay.ask")} act={() => change(null)} done={say("stay.done", { name })}>
        {say("stay")}
      </ActButton>
    );
  return (
    <ActButton
      danger
      ask={say("leave.ask")}
      fields={<Field label={say("leave.on")}>{(field) => <DayField id={field} value={day} onChange={setDay} />}</Field>}
      ready={day !== undefined}
      act={() => change(day ?? null)}
      done={say("leave.done", { name, day: day ? when.date(day) : "" })}
    >
      {say("leave")}
    </ActButton>
  );
}
