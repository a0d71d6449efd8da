import { Input, InputNumber, Radio } from "antd";
import { useState } from "react";
import { call } from "../../../shared/api/call.ts";
import { useDomainWords, useWords } from "../../../shared/words.ts";
import { ActButton } from "../../ui/act.tsx";
import { Field } from "../../ui/field.tsx";
import { surveyPageWords } from "./survey.words.ts";

const STEPS = ["one", "two", "three", "four", "five"] as const;
const SCALES = ["satisfaction", "attitude", "punctuality"] as const;
const SOLVED = ["yes", "partly", "no"] as const;

interface Answer {
  satisfaction?: number;
  attitude?: number;
  punctuality?: number;
  solved?: (typeof SOLVED)[number];
  recommend?: number;
  comment?: string;
}

/** What a client said on the phone, put down as they said it. */
export function PhoneAnswer({ activityId, clientId }: { activityId: string; clientId: string }) {
  const say = useWords(surveyPageWords);
  const [answer, setAnswer] = useState<Answer>({});
  return (
    <ActButton
      size="small"
      width={640}
      fields={<Questions answer={answer} onChange={(patch) => setAnswer({ ...answer, ...patch })} />}
      ready={answer.satisfaction !== undefined}
      act={() =>
        call("POST /activities/{id}/survey/phone-answers", { path: { id: activityId }, body: { clientId, answer } })
      }
      done={say("phone.done")}
      onDone={() => setAnswer({})}
    >
      {say("phone.enter")}
    </ActButton>
  );
}

function Questions({ answer, onChange }: { answer: Answer; onChange: (patch: Answer) => void }) {
  const word = useDomainWords();
  return (
    <>
      {SCALES.map((scale) => (
        <fieldset className="pair" key={scale}>
          <legend>{word(`survey.question.${scale}`)}</legend>
          <Radio.Group
            value={answer[scale] ?? null}
            onChange={({ target }) => onChange({ [scale]: target.value as number })}
            options={STEPS.map((step, at) => ({ value: at + 1, label: word(`survey.${scale}.${step}`) }))}
          />
        </fieldset>
      ))}
      <fieldset className="pair">
        <legend>{word("survey.question.solved")}</legend>
        <Radio.Group
          value={answer.solved ?? null}
          onChange={({ target }) => onChange({ solved: target.value as (typeof SOLVED)[number] })}
          options={SOLVED.map((one) => ({ value: one, label: word(`survey.solved.${one}`) }))}
        />
      </fieldset>
      <Field label={word("survey.question.recommend")}>
        {(id) => (
          <InputNumber
            id={id}
            min={0}
            max={10}
            value={answer.recommend ?? null}
            onChange={(value) => value !== null && onChange({ recommend: value })}
          />
        )}
      </Field>
      <Field label={word("survey.question.comment")}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={3}
            maxLength={1000}
            value={answer.comment ?? ""}
            onChange={({ target }) => onChange({ comment: target.value })}
          />
        )}
      </Field>
    </>
  );
}
