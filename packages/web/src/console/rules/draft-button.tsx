import { InputNumber } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { newId } from "../../shared/new-id.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Field } from "../ui/field.tsx";
import { InstantField } from "../ui/instant-field.tsx";
import type { RuleSet } from "./rules.routes.ts";
import { rulesWords } from "./rules.words.ts";
import { FIELDS, numbersOf, termsOf } from "./terms.ts";

/** Drafts new rules, beginning with those in force; points are typed with two decimals. */
export function DraftButton({ from }: { from: RuleSet }) {
  const say = useWords(rulesWords);
  const [numbers, setNumbers] = useState(() => numbersOf(from));
  const [effectiveFrom, setEffectiveFrom] = useState<string>();
  const [once, setOnce] = useState(newId);
  return (
    <ActButton
      type="primary"
      ask={say("draft.ask")}
      reason="needed"
      fields={
        <>
          <div className="rule-fields">
            {FIELDS.map((field) => (
              <Field key={field} label={say(`field.${field}`)}>
                {(id) => (
                  <InputNumber
                    id={id}
                    step={0.05}
                    precision={2}
                    suffix={say("unit")}
                    value={numbers[field] / 100}
                    onChange={(value) => setNumbers({ ...numbers, [field]: Math.round((value ?? 0) * 100) })}
                  />
                )}
              </Field>
            ))}
          </div>
          <Field label={say("draft.effectiveFrom")} hint={say("draft.effectiveFrom.hint")}>
            {(id) => <InstantField id={id} value={effectiveFrom} onChange={setEffectiveFrom} />}
          </Field>
        </>
      }
      ready={effectiveFrom !== undefined}
      act={(reason) =>
        call("POST /rule-drafts", { once, body: { terms: termsOf(numbers, effectiveFrom ?? ""), reason } })
      }
      done={say("draft.done")}
      onDone={() => setOnce(newId())}
    >
      {say("draft.do")}
    </ActButton>
  );
}
