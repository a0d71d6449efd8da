import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import type { Activity, Member } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useAct } from "../../shared/use-act.ts";
import { useWords } from "../../shared/words.ts";
import { Choices, TextInput, Tick } from "../ui/fields.tsx";
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

const FEW = 5;

function Form({ activity, sessionId }: Where) {
  const say = useWords(rollCallWords);
  const [text, setText] = useState("");
  const [who, setWho] = useState<Member>();
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
      <Found text={text.trim()} value={who} onChange={setWho} />
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

function Found({
  text,
  value,
  onChange,
}: {
  text: string;
  value: Member | undefined;
  onChange: (who: Member) => void;
}) {
  const say = useWords(rollCallWords);
  const found = useReading(
    "GET /members",
    { query: { q: text, limit: FEW } },
    { live: false, enabled: text.length > 0 },
  );
  if (text.length === 0) return null;
  if (found.error) return <Trouble error={found.error} />;
  if (!found.data) return null;
  if (found.data.items.length === 0) return <p className="quiet">{say("walkIn.none")}</p>;
  return (
    <Choices
      legend={say("walkIn.who")}
      value={value?.id}
      onChange={(id) => {
        const who = found.data?.items.find((one) => one.id === id);
        if (who) onChange(who);
      }}
      options={found.data.items.map(({ id, name, employeeNumber }) => ({
        value: id,
        label: name,
        note: employeeNumber,
      }))}
    />
  );
}
