import { Checkbox } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { nominationPageWords } from "../../shared/training/nomination.words.ts";
import type { Nomination } from "../../shared/training/trainer.routes.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Field } from "../ui/field.tsx";

/** Whether a choice is that of the order. */
const isOrdered = (chosen: readonly string[], byOrder: readonly string[]): boolean =>
  chosen.length === byOrder.length && byOrder.every((memberId) => chosen.includes(memberId));

/** Gives the places; whoever stands first is chosen already, and another choice takes a reason. */
export function DecidePlaces({ nomination }: { nomination: Nomination }) {
  const say = useWords(nominationPageWords);
  const { id, version, sheet, byOrder, places, people, needsDraw } = nomination;
  const [chosen, setChosen] = useState<string[]>(byOrder);
  const leaves = !isOrdered(chosen, byOrder);
  const names = new Map(people.map(({ memberId, name, employeeNumber }) => [memberId, `${name} ${employeeNumber}`]));
  const options = sheet.map(({ memberId, place }) => ({
    value: memberId,
    label: `${place}. ${names.get(memberId) ?? memberId}`,
    disabled: chosen.length >= places && !chosen.includes(memberId),
  }));
  const field = (
    <Field label={say("chosen")}>
      {(at) => (
        <span id={at}>
          <Checkbox.Group className="candidates-chosen" value={chosen} onChange={setChosen} options={options} />
        </span>
      )}
    </Field>
  );
  return (
    <ActButton
      type="primary"
      disabled={sheet.length === 0 || needsDraw}
      ask={say("decide.ask")}
      fields={field}
      {...(leaves && { reason: "needed" as const })}
      act={(reason) =>
        call("POST /nominations/{id}/decision", {
          path: { id },
          body: { chosen, version, ...(leaves && { reason }) },
        })
      }
      done={say("decided")}
    >
      {say("decide")}
    </ActButton>
  );
}
