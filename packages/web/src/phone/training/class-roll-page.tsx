import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import type { PeopleOfClass } from "../../shared/training/class.routes.ts";
import { classPageWords } from "../../shared/training/class.words.ts";
import { useAct } from "../../shared/use-act.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { TextInput } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";
import { Button, Card, Chip, Done, Empty } from "../ui/parts.tsx";
import { Loaded, Trouble } from "../ui/trouble.tsx";

/** The roll of a session of a class, for who teaches it. */
export default function ClassRollPage({ params: { id, sessionId } }: { params: { id: string; sessionId: string } }) {
  const say = useWords(classPageWords);
  const read = useReading("GET /classes/{id}/people", { path: { id } });
  return (
    <Page title={say("roll")} back={`/classes/${id}`}>
      <Loaded of={read}>{(people) => <Roll people={people} at={{ id, sessionId }} />}</Loaded>
    </Page>
  );
}

function Roll({ people: { items }, at }: { people: PeopleOfClass; at: { id: string; sessionId: string } }) {
  const say = useWords(classPageWords);
  const word = useDomainWords();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [numbers, setNumbers] = useState("");
  const typed = numbers.split(/[\s,，、]+/).filter(Boolean);
  const act = useAct(
    () =>
      call("POST /classes/{id}/sessions/{sessionId}/attendances", {
        path: at,
        body: { memberIds: chosen, numbers: typed },
      }),
    {
      done: () => {
        setChosen([]);
        setNumbers("");
      },
    },
  );
  const own = items.flatMap((one) => {
    const seat = one.seats.find(({ sessionId }) => sessionId === at.sessionId);
    const there = one.attended.find(({ sessionId }) => sessionId === at.sessionId);
    return seat || there ? [{ ...one, seat, there }] : [];
  });
  const toggle = (memberId: string) =>
    setChosen(chosen.includes(memberId) ? chosen.filter((one) => one !== memberId) : [...chosen, memberId]);
  return (
    <Card>
      <p className="quiet">{say("roll.hint")}</p>
      {own.length === 0 && <Empty title={say("people.empty")} />}
      <ul className="items">
        {own.map(({ memberId, name, employeeNumber, department, seat, there }) => (
          <li key={memberId} className="row item">
            <label className="grow">
              <input
                type="checkbox"
                checked={there !== undefined || chosen.includes(memberId)}
                disabled={there !== undefined}
                onChange={() => toggle(memberId)}
              />{" "}
              {name} <span className="quiet">{[employeeNumber, department].filter(Boolean).join(" · ")}</span>
            </label>
            {there ? (
              <Chip tone="good">{word(`class.how.${there.how}`)}</Chip>
            ) : (
              seat && <Chip>{say(`seat.${seat.state}`)}</Chip>
            )}
          </li>
        ))}
      </ul>
      <TextInput
        label={say("note.numbers")}
        hint={say("note.numbers.hint")}
        optional
        value={numbers}
        onChange={setNumbers}
      />
      {act.isSuccess && <Done>{say("note.done")}</Done>}
      {act.error && <Trouble error={act.error} />}
      <Button busy={act.isPending} disabled={chosen.length === 0 && typed.length === 0} onClick={() => act.mutate()}>
        {say("roll.save")}
      </Button>
    </Card>
  );
}
