import { Input, Radio, Tag } from "antd";
import { useState } from "react";
import { STANCES, type Stance, silentOf } from "../../shared/advice.ts";
import { adviceWords } from "../../shared/advice.words.ts";
import { call } from "../../shared/api/call.ts";
import type { Member } from "../../shared/api/routes.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Field } from "../ui/field.tsx";
import { PersonField } from "../ui/person-field.tsx";
import { Who } from "../ui/who.tsx";
import type { ProposalAnswer } from "./proposals.routes.ts";

const COLOURS = { for: "success", conditions: "warning", against: "error" } as const;

interface Props {
  proposal: ProposalAnswer;
  /** Whether the reader decides it, and may ask for advice. */
  decides: boolean;
}

/** What advisers said of a plan, who was asked and is silent, and the acts of both. */
export function AdviceCard({ proposal, decides }: Props) {
  const say = useWords(adviceWords);
  const word = useDomainWords();
  const when = useWhen();
  const { advice = [], people, advises, activityId } = proposal;
  const silent = silentOf(proposal);
  const isEmpty = advice.length + silent.length === 0;
  if (isEmpty && !decides && !advises) return null;
  return (
    <section className="panel">
      <div className="list-head">
        <h2>{say("title")}</h2>
        <div className="line-acts">
          {decides && <Ask activityId={activityId} />}
          {advises && <Give activityId={activityId} />}
        </div>
      </div>
      {isEmpty && <p className="quiet">{say(decides ? "none.ask" : "none")}</p>}
      <ul className="plain">
        {advice.map(({ by, at, stance, text }) => (
          <li key={`${by}${at}`}>
            <Tag color={COLOURS[stance]}>{word(`proposal.stance.${stance}`)}</Tag>
            <Who id={by} people={people} /> <span className="quiet">{when.instant(at)}</span>
            <p className="pre">{text}</p>
          </li>
        ))}
        {silent.map((id) => (
          <li key={id} className="quiet">
            {say("waiting", { name: people[id]?.name ?? id })}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Ask({ activityId }: { activityId: string }) {
  const say = useWords(adviceWords);
  const [who, setWho] = useState<Member>();
  return (
    <ActButton
      size="small"
      ask={say("ask.what")}
      fields={<PersonField label={say("ask.who")} value={who} onChange={setWho} />}
      ready={who !== undefined}
      act={() =>
        call("POST /activities/{id}/proposal/advisers", { path: { id: activityId }, body: { memberId: who?.id ?? "" } })
      }
      done={say("ask.done", { name: who?.name ?? "" })}
      onDone={() => setWho(undefined)}
    >
      {say("ask")}
    </ActButton>
  );
}

function Give({ activityId }: { activityId: string }) {
  const say = useWords(adviceWords);
  const word = useDomainWords();
  const [stance, setStance] = useState<Stance>();
  const [text, setText] = useState("");
  return (
    <ActButton
      size="small"
      type="primary"
      ask={say("about")}
      fields={
        <>
          <Field label={say("stance")}>
            {(id) => (
              <Radio.Group
                id={id}
                value={stance}
                onChange={({ target }) => setStance(target.value as Stance)}
                options={STANCES.map((value) => ({ value, label: word(`proposal.stance.${value}`) }))}
              />
            )}
          </Field>
          <Field label={say("text")} hint={say("text.hint")}>
            {(id) => (
              <Input.TextArea
                id={id}
                rows={3}
                maxLength={1000}
                value={text}
                onChange={({ target }) => setText(target.value)}
              />
            )}
          </Field>
        </>
      }
      ready={stance !== undefined && text.trim() !== ""}
      act={() =>
        call("POST /activities/{id}/proposal/advice", { path: { id: activityId }, body: { stance, text: text.trim() } })
      }
      done={say("done")}
      onDone={() => {
        setStance(undefined);
        setText("");
      }}
    >
      {say("send")}
    </ActButton>
  );
}
