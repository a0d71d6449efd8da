import { useState } from "react";
import { STANCES, type Stance } from "../../shared/advice.ts";
import { adviceWords } from "../../shared/advice.words.ts";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useDraft } from "../../shared/keep/use-draft.ts";
import { useAct } from "../../shared/use-act.ts";
import { useMe } from "../../shared/use-me.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { AdviceFacts } from "../approvals/advice-facts.tsx";
import { ProposalFacts } from "../approvals/proposal-case.tsx";
import { Choices, TextArea } from "../ui/fields.tsx";
import { Acts, Page } from "../ui/page.tsx";
import { Button, Done, Note } from "../ui/parts.tsx";
import { Loaded, Skeleton, Trouble } from "../ui/trouble.tsx";

/** A plan, what advisers said of it, and one's own advice for whom was asked. */
export default function AdvicePage({ params: { id } }: { params: { id: string } }) {
  const say = useWords(adviceWords);
  const me = useMe();
  const proposal = useReading("GET /activities/{id}/proposal", { path: { id } });
  const [done, setDone] = useState(false);
  return (
    <Page title={say("page.title")} back={`/activities/${id}`}>
      <Loaded of={proposal}>
        {(data) => (
          <>
            {done && <Done>{say("done")}</Done>}
            <ProposalFacts proposal={data} />
            <AdviceFacts proposal={data} />
            {!data.advises && <Note>{say("closed")}</Note>}
            {data.advises &&
              !done &&
              (me ? <Form id={id} memberId={me.id} onDone={() => setDone(true)} /> : <Skeleton />)}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Form({ id, memberId, onDone }: { id: string; memberId: string; onDone: () => void }) {
  const say = useWords(adviceWords);
  const word = useDomainWords();
  const draft = useDraft(`advice:${memberId}:${id}`, { stance: "" as Stance | "", text: "" });
  const { stance, text } = draft.value;
  const act = useAct(
    () => call("POST /activities/{id}/proposal/advice", { path: { id }, body: { stance, text: text.trim() } }),
    {
      done: async () => {
        await draft.clear();
        onDone();
      },
    },
  );
  const complete = stance !== "" && text.trim() !== "";
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate();
      }}
    >
      <p className="quiet">{say("about")}</p>
      <Choices<Stance>
        legend={say("stance")}
        value={stance || undefined}
        onChange={(to) => draft.set({ stance: to })}
        options={STANCES.map((value) => ({ value, label: word(`proposal.stance.${value}`) }))}
      />
      <TextArea
        label={say("text")}
        hint={say("text.hint")}
        rows={3}
        value={text}
        onChange={(to) => draft.set({ text: to })}
      />
      {act.error && <Trouble error={act.error} />}
      <Acts hint={complete ? undefined : say("must")}>
        <Button type="submit" busy={act.isPending} disabled={!complete}>
          {say("send")}
        </Button>
      </Acts>
    </form>
  );
}
