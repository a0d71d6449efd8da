import { scoreText } from "@yigong/core/nomination/score.ts";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { nominationPageWords } from "../../shared/training/nomination.words.ts";
import type { Nomination } from "../../shared/training/trainer.routes.ts";
import { useAct } from "../../shared/use-act.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { TextArea, Tick } from "../ui/fields.tsx";
import { Button, Card, Note } from "../ui/parts.tsx";
import { Loaded, Trouble } from "../ui/trouble.tsx";

/** What the head of the department does about an offer: decides once the list has closed. */
export function HeadPart({ id }: { id: string }) {
  const read = useReading("GET /nominations/{id}", { path: { id } });
  return <Loaded of={read}>{(nomination) => <Shown key={nomination.version} nomination={nomination} />}</Loaded>;
}

function Shown({ nomination }: { nomination: Nomination }) {
  const say = useWords(nominationPageWords);
  const when = useWhen();
  const { id, title, state, draw, decision, needsDraw } = nomination;
  const isClosed = new Date().toISOString() >= draw.knownFrom;
  return (
    <>
      <Card>
        <h2>{title}</h2>
        <p>{say("mine.head")}</p>
        <p className="quiet">{say("mine.head.detail")}</p>
        <p>{say("closesAt", { at: when.instant(draw.knownFrom) })}</p>
        {decision?.reason && <p>{say("decided.reason", { reason: decision.reason })}</p>}
        <a className="button plain" href={`/console/external-places/${id}`}>
          {say("mine.desk")}
        </a>
      </Card>
      {needsDraw && <Note>{say("needsDraw")}</Note>}
      <Candidates nomination={nomination} mayDecide={state === "open" && isClosed && !needsDraw} />
    </>
  );
}

function Candidates({ nomination, mayDecide }: { nomination: Nomination; mayDecide: boolean }) {
  const say = useWords(nominationPageWords);
  const word = useDomainWords();
  const { id, version, sheet, byOrder, places, people, decision } = nomination;
  const [chosen, setChosen] = useState<readonly string[]>(decision?.chosen ?? byOrder);
  const [reason, setReason] = useState("");
  const leaves = chosen.length !== byOrder.length || byOrder.some((one) => !chosen.includes(one));
  const decide = useAct(() =>
    call("POST /nominations/{id}/decision", {
      path: { id },
      body: { chosen, version, ...(leaves && { reason: reason.trim() }) },
    }),
  );
  if (sheet.length === 0) return <Note>{say("sheet.empty")}</Note>;
  const name = (memberId: string) => people.find((one) => one.memberId === memberId)?.name ?? memberId;
  const turn = (memberId: string) =>
    setChosen(chosen.includes(memberId) ? chosen.filter((one) => one !== memberId) : [...chosen, memberId]);
  return (
    <Card>
      <h2>{say("sheet")}</h2>
      {sheet.map(({ memberId, place, score, isVolunteer, aheadBy }) => (
        <div key={memberId}>
          {mayDecide && (chosen.includes(memberId) || chosen.length < places) ? (
            <Tick checked={chosen.includes(memberId)} onChange={() => turn(memberId)}>
              {`${place}. ${name(memberId)}`}
            </Tick>
          ) : (
            <p className={chosen.includes(memberId) ? "strong" : ""}>{`${place}. ${name(memberId)}`}</p>
          )}
          <p className="quiet">
            {scoreText(score)} · {say("volunteer")} {say(isVolunteer ? "yes" : "no")}
            {aheadBy && ` · ${say("ahead")} ${word(`nomination.key.${aheadBy}`)}`}
          </p>
        </div>
      ))}
      {mayDecide && leaves && <TextArea label={say("decide.reason")} value={reason} onChange={setReason} />}
      {decide.error && <Trouble error={decide.error} />}
      {mayDecide && (
        <Button busy={decide.isPending} disabled={leaves && reason.trim().length < 2} onClick={() => decide.mutate()}>
          {say("decide")}
        </Button>
      )}
    </Card>
  );
}
