import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import type { Activity, Member } from "../../shared/api/routes.ts";
import { useAct } from "../../shared/use-act.ts";
import { useWords } from "../../shared/words.ts";
import { Choices, TextInput, Tick } from "../ui/fields.tsx";
import { FindMember } from "../ui/find-member.tsx";
import { Button, Card, Done } from "../ui/parts.tsx";
import { Trouble } from "../ui/trouble.tsx";
import { rollCallWords } from "./roll-call.words.ts";

interface Where {
  activity: Activity;
  sessionId: string;
}

/** Somebody who came without signing up: found on the roll, told the risks, put down as present. */
export function WalkIn(where: Where) {
  const say = useWords(rollCallWords);
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {say("walkIn")}
      </Button>
    );
  return (
    <Card>
      <h2>{say("walkIn.title")}</h2>
      <Form {...where} />
      <Button kind="quiet" onClick={() => setOpen(false)}>
        {say("walkIn.close")}
      </Button>
    </Card>
  );
}

function Form({ activity, sessionId }: Where) {
  const say = useWords(rollCallWords);
  const [text, setText] = useState("");
  const [who, setWho] = useState<Pick<Member, "id" | "name" | "employeeNumber">>();
  const [positionId, setPositionId] = useState<string>();
  const [consent, setConsent] = useState(false);
  const positions = activity.sessions.find(({ id }) => id === sessionId)?.positions ?? [];
  const chosen = positionId ?? (positions.length === 1 ? positions[0]?.id : undefined);
  const act = useAct(
    () =>
      call("POST /activities/{id}/sessions/{sessionId}/walk-ins", {
        path: { id: activity.id, sessionId },
        body: { memberId: who?.id, positionId: chosen, consent: true, acceptsRisks: true },
      }),
    {
      done: () => {
        setText("");
        setConsent(false);
      },
    },
  );
  return (
    <div className="stack">
      <TextInput
        label={say("walkIn.find")}
        hint={say("walkIn.hint")}
        value={text}
        onChange={(to) => {
          setText(to);
          setWho(undefined);
          act.reset();
        }}
      />
      <FindMember text={text} legend={say("walkIn.who")} value={who?.id} onChange={setWho} />
      {positions.length > 1 && (
        <Choices
          legend={say("walkIn.position")}
          value={chosen}
          onChange={setPositionId}
          options={positions.map(({ id, name }) => ({ value: id as string, label: name }))}
        />
      )}
      <Tick checked={consent} onChange={setConsent}>
        {say("walkIn.consent")}
      </Tick>
      {act.error && <Trouble error={act.error} />}
      {act.isSuccess && who && <Done>{say("walkIn.done", { name: who.name })}</Done>}
      <Button busy={act.isPending} disabled={!who || !chosen || !consent} onClick={() => act.mutate()}>
        {say("walkIn.take")}
      </Button>
    </div>
  );
}
