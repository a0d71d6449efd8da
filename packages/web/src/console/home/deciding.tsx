import { InputNumber } from "antd";
import { useState } from "react";
import { DECISIONS, FORMS, type Kind, type Said, type Verdict } from "../../shared/decisions.ts";
import { decisionWords } from "../../shared/decisions.words.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Field } from "../ui/field.tsx";
import { homeWords } from "./home.words.ts";

interface Props {
  kind: Kind;
  ids: readonly string[];
  title: string;
  about: string;
}

const FEN = 100;

/** The two or three answers to one question, each with its reason where one is to be said. */
export function Deciding({ kind, ids, title, about }: Props) {
  const say = useWords(homeWords);
  const called = useWords(decisionWords);
  const [yuan, setYuan] = useState<number | null>(null);
  const { verdicts, needsReason } = FORMS[kind];
  const decide = (said: Said): Promise<unknown> => DECISIONS[kind](ids, said);
  const grants = (verdict: Verdict) => kind === "proposal" && verdict === "yes";
  return (
    <fieldset className="task-acts" aria-label={title}>
      {verdicts.map((verdict) => {
        const name = called(`${kind}.${verdict}` as "leave.yes");
        return (
          <ActButton
            key={verdict}
            {...(needsReason.includes(verdict) ? { reason: "needed", ask: title } : {})}
            {...(kind === "accountRequest" && verdict === "yes" ? { ask: about } : {})}
            {...(grants(verdict) ? { fields: <Money yuan={yuan} onChange={setYuan} /> } : {})}
            act={(reason) =>
              decide({
                verdict,
                reason,
                moneyFen: grants(verdict) && yuan !== null ? Math.round(yuan * FEN) : undefined,
              })
            }
            done={say("decided", { verdict: name })}
          >
            {name}
          </ActButton>
        );
      })}
    </fieldset>
  );
}

function Money({ yuan, onChange }: { yuan: number | null; onChange: (yuan: number | null) => void }) {
  const say = useWords(homeWords);
  return (
    <Field label={say("grant.money")} hint={say("grant.hint")}>
      {(id) => <InputNumber id={id} min={0} precision={2} value={yuan} onChange={onChange} />}
    </Field>
  );
}
