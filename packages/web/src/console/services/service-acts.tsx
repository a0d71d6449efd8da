import { Input, Select } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import type { LongTermService } from "../../shared/services/services.routes.ts";
import { serviceWords } from "../../shared/services/services.words.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton, ActMenu, deedOf } from "../ui/act.tsx";
import { DayField } from "../ui/day-field.tsx";
import { Field } from "../ui/field.tsx";
import { PersonSelect } from "../ui/person-select.tsx";
import { isSaid, type Said, SaidFields, saidOf } from "./services-page.tsx";

interface Props {
  service: LongTermService;
}

/** What its owner does about a service: most often to record a visit. */
export function ServiceActs({ service }: Props) {
  const say = useWords(serviceWords);
  const change = useChange(service);
  const { id, version } = service;
  const end = deedOf({
    children: say("end"),
    danger: true,
    ask: say("end.ask"),
    reason: "needed",
    act: (reason) => call("POST /services/{id}/end", { path: { id }, body: { reason, version } }),
    done: say("end.done"),
  });
  return (
    <>
      <ActMenu label="…" deeds={[change, end]} />
      <Solve key={version} service={service} />
      <Visit service={service} />
    </>
  );
}

function useChange({ id, version, title, forWhom, cadenceDays, programme = "", ownerId, owner }: LongTermService) {
  const say = useWords(serviceWords);
  const now = { title, forWhom, cadenceDays, programme };
  const [typed, setTyped] = useState<Partial<Said>>({});
  const [chosen, setChosen] = useState<string>();
  const said: Said = { ...now, ...typed };
  const known = owner && { memberId: ownerId, ...owner };
  const fields = (
    <>
      <SaidFields said={said} set={(more) => setTyped((before) => ({ ...before, ...more }))} />
      <Field label={say("owner")}>
        {(field) => <PersonSelect id={field} value={chosen ?? ownerId} onChange={setChosen} known={known} />}
      </Field>
    </>
  );
  return deedOf({
    children: say("change"),
    fields,
    ready: isSaid(said),
    act: () =>
      call("PATCH /services/{id}", {
        path: { id },
        body: { ...saidOf(said), ...(chosen && { ownerId: chosen }), version },
      }),
    done: say("changed"),
    onDone: () => {
      setTyped({});
      setChosen(undefined);
    },
  });
}

const STATES = ["open", "partly", "yes"] as const;

function Solve({ service: { id, version, solved } }: Props) {
  const say = useWords(serviceWords);
  const [state, setState] = useState(solved.state);
  const [how, setHow] = useState(solved.state === "open" ? "" : solved.how);
  const [since, setSince] = useState(solved.state === "open" ? undefined : solved.since);
  const isOpen = state === "open";
  const fields = (
    <>
      <Field label={say("solved")}>
        {(field) => (
          <Select
            id={field}
            className="wide"
            value={state}
            onChange={setState}
            options={STATES.map((value) => ({ value, label: say(`solved.${value}`) }))}
          />
        )}
      </Field>
      {!isOpen && (
        <>
          <Field label={say("solved.how")}>
            {(field) => (
              <Input.TextArea
                id={field}
                rows={3}
                maxLength={1000}
                value={how}
                onChange={({ target }) => setHow(target.value)}
              />
            )}
          </Field>
          <Field label={say("solved.since")}>
            {(field) => <DayField id={field} value={since} onChange={setSince} />}
          </Field>
        </>
      )}
    </>
  );
  return (
    <ActButton
      fields={fields}
      ready={isOpen || (how.trim().length >= 2 && since !== undefined)}
      act={() =>
        call("PUT /services/{id}/solved", {
          path: { id },
          body: { version, solved: isOpen ? { state } : { state, how: how.trim(), since } },
        })
      }
      done={(answer) => say("solved.done", { state: say(`solved.${answer.solved.state}`) })}
    >
      {say("solved.say")}
    </ActButton>
  );
}

function Visit({ service: { id } }: Props) {
  const say = useWords(serviceWords);
  const when = useWhen();
  const [day, setDay] = useState<string>();
  const [note, setNote] = useState("");
  const fields = (
    <>
      <Field label={say("visit.day")}>{(field) => <DayField id={field} value={day} onChange={setDay} />}</Field>
      <Field label={say("visit.note")} hint={say("visit.note.hint")}>
        {(field) => (
          <Input.TextArea
            id={field}
            rows={3}
            maxLength={500}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        )}
      </Field>
    </>
  );
  return (
    <ActButton
      type="primary"
      fields={fields}
      ready={day !== undefined}
      act={() =>
        call("POST /services/{id}/visits", { path: { id }, body: { day, ...(note.trim() && { note: note.trim() }) } })
      }
      done={say("visit.done", { day: day ? when.date(day) : "" })}
      onDone={() => {
        setDay(undefined);
        setNote("");
      }}
    >
      {say("visit")}
    </ActButton>
  );
}
