import { OUTCOMES } from "@yigong/core/result/outcomes.ts";
import { InputNumber, Radio } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import type { OneOfClass, TrainingClass } from "../../shared/training/class.routes.ts";
import { classPageWords } from "../../shared/training/class.words.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Field } from "../ui/field.tsx";

/** Enters a result, or puts one right with a reason. */
export function GiveResult({ one, row: { memberId, result } }: { one: TrainingClass; row: OneOfClass }) {
  const say = useWords(classPageWords);
  const word = useDomainWords();
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number]>(result?.outcome ?? "passed");
  const [grade, setGrade] = useState<number | null>(result?.grade ?? null);
  const said = { outcome, ...(grade === null ? {} : { grade }) };
  const fields = (
    <>
      <Field label={say("outcome")}>
        {(id) => (
          <Radio.Group
            id={id}
            value={outcome}
            onChange={({ target }) => setOutcome(target.value as typeof outcome)}
            options={OUTCOMES.map((value) => ({ value, label: word(`result.outcome.${value}`) }))}
          />
        )}
      </Field>
      <Field label={say("grade")} hint={say("grade.hint")}>
        {(id) => <InputNumber id={id} min={1} max={5} precision={0} value={grade} onChange={setGrade} />}
      </Field>
    </>
  );
  const usual = { type: "link", size: "small", fields } as const;
  if (!result)
    return (
      <ActButton
        {...usual}
        act={() =>
          call("POST /classes/{id}/results", { path: { id: one.id }, body: { items: [{ memberId, ...said }] } })
        }
        done={say("give.done")}
      >
        {say("give")}
      </ActButton>
    );
  return (
    <ActButton
      {...usual}
      reason="needed"
      act={(reason) =>
        call("POST /classes/{id}/results/{memberId}/correction", {
          path: { id: one.id, memberId },
          body: { ...said, reason },
        })
      }
      done={say("correct.done")}
    >
      {say("correct")}
    </ActButton>
  );
}
