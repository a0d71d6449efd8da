import { InputNumber } from "antd";
import { useState } from "react";
import { call } from "../../../shared/api/call.ts";
import type { Activity } from "../../../shared/api/routes.ts";
import { useReading } from "../../../shared/api/use-reading.ts";
import { useMe } from "../../../shared/use-me.ts";
import { useWords } from "../../../shared/words.ts";
import { ActButton } from "../../ui/act.tsx";
import { Field } from "../../ui/field.tsx";
import { mayDo } from "../rights.ts";
import { PaperBatch } from "./paper-batch.tsx";
import { surveyPageWords } from "./survey.words.ts";

interface Props {
  activity: Activity;
  isOpen: boolean;
  /** Whether forms may still be handed out: before the survey is over. */
  mayHandOut: boolean;
}

/** The survey on paper: how many numbered forms went out without a name, and typing in what came back. */
export function Papers({ activity, isOpen, mayHandOut }: Props) {
  const say = useWords(surveyPageWords);
  const me = useMe();
  const { data } = useReading("GET /activities/{id}/survey/papers", { path: { id: activity.id } });
  if (!data || (!mayHandOut && data.handedOut === 0)) return null;
  const { handedOut, typed } = data;
  return (
    <section>
      <div className="list-head">
        <h2>{say("papers")}</h2>
        {mayHandOut && <HandOut activityId={activity.id} handedOut={handedOut} />}
      </div>
      <p className="quiet" role="status">
        {handedOut === 0
          ? say("papers.none")
          : say("papers.so", { handedOut: String(handedOut), typed: String(typed.length) })}
      </p>
      {isOpen && mayDo(me, "survey.typePaper", activity) && <PaperBatch activityId={activity.id} papers={data} />}
    </section>
  );
}

function HandOut({ activityId, handedOut }: { activityId: string; handedOut: number }) {
  const say = useWords(surveyPageWords);
  const [count, setCount] = useState<number | null>(handedOut || null);
  return (
    <ActButton
      ask={say("papers.ask")}
      fields={
        <Field label={say("papers.count")}>
          {(id) => <InputNumber id={id} min={0} max={999} precision={0} value={count} onChange={setCount} />}
        </Field>
      }
      ready={count !== null}
      act={() =>
        call("PUT /activities/{id}/survey/papers", { path: { id: activityId }, body: { handedOut: count ?? 0 } })
      }
      done={({ handedOut: now }) => say("papers.done", { handedOut: String(now) })}
    >
      {say("papers.handOut")}
    </ActButton>
  );
}
