import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useDue } from "../../shared/services/due.ts";
import type { LongTermService } from "../../shared/services/services.routes.ts";
import { serviceWords } from "../../shared/services/services.words.ts";
import { useAct } from "../../shared/use-act.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { DayInput } from "../away/day-input.tsx";
import { Choices, TextArea } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";
import { Button, Card, Done, Empty, Facts } from "../ui/parts.tsx";
import { Loaded, Trouble } from "../ui/trouble.tsx";

const NOTE_LENGTH = 500;
const HOW_LENGTH = 1000;

/** One long-term service: its owner records a visit, or says how the difficulty was solved, where it was. */
export default function ServicePage({ params: { id } }: { params: { id: string } }) {
  const say = useWords(serviceWords);
  const read = useReading("GET /services/{id}", { path: { id } });
  return (
    <Page title={say("title")} back="/">
      <Loaded of={read}>{(service) => <Shown service={service} />}</Loaded>
    </Page>
  );
}

function Shown({ service }: { service: LongTermService }) {
  const say = useWords(serviceWords);
  const me = useMe();
  const { due, last } = useDue();
  const { title, forWhom, cadenceDays, owner, solved, ended } = service;
  const isRun = me?.id === service.ownerId || me?.roles.some(({ role }) => role === "alliance");
  return (
    <>
      <Card>
        <h2>{title}</h2>
        <Facts
          items={[
            [say("forWhom"), forWhom],
            owner && [say("owner"), owner.name],
            [say("cadence.short"), say("cadence.of", { days: String(cadenceDays) })],
            [say("due"), due(service)],
            [say("last"), last(service)],
            [say("solved.short"), say(`solved.${solved.state}`)],
            solved.state === "open" ? undefined : [say("solved.how"), solved.how],
          ]}
        />
        {ended && <p>{say("ended", { reason: ended.reason })}</p>}
      </Card>
      {isRun && !ended && <Visit service={service} />}
      {isRun && !ended && <Solve key={service.version} service={service} />}
      <Visits service={service} />
    </>
  );
}

/** The reader's own day, `YYYY-MM-DD`: where somebody stands who has just visited. */
const today = () => new Date().toLocaleDateString("sv-SE");

function Visit({ service: { id } }: { service: LongTermService }) {
  const say = useWords(serviceWords);
  const when = useWhen();
  const [day, setDay] = useState(today);
  const [note, setNote] = useState("");
  const [recorded, setRecorded] = useState<string>();
  const body = { day, ...(note.trim() && { note: note.trim() }) };
  const act = useAct(() => call("POST /services/{id}/visits", { path: { id }, body }), {
    done: () => {
      setRecorded(day);
      setNote("");
    },
  });
  return (
    <Card>
      <h2>{say("visit")}</h2>
      {recorded && <Done>{say("visit.done", { day: when.date(recorded) })}</Done>}
      <DayInput label={say("visit.day")} max={today()} value={day} onChange={setDay} />
      <TextArea
        label={say("visit.note")}
        hint={say("visit.note.hint")}
        optional
        rows={3}
        most={NOTE_LENGTH}
        value={note}
        onChange={setNote}
      />
      {act.error && <Trouble error={act.error} />}
      <Button busy={act.isPending} disabled={day === ""} onClick={() => act.mutate()}>
        {say("visit")}
      </Button>
    </Card>
  );
}

const STATES = ["open", "partly", "yes"] as const;

function Solve({ service: { id, version, solved } }: { service: LongTermService }) {
  const say = useWords(serviceWords);
  const [state, setState] = useState<string>(solved.state);
  const [how, setHow] = useState(solved.state === "open" ? "" : solved.how);
  const [since, setSince] = useState(solved.state === "open" ? today() : solved.since);
  const isOpen = state === "open";
  const said = isOpen ? { state } : { state, how: how.trim(), since };
  const act = useAct(() => call("PUT /services/{id}/solved", { path: { id }, body: { version, solved: said } }), {});
  return (
    <Card>
      <Choices
        legend={say("solved")}
        value={state}
        onChange={setState}
        options={STATES.map((value) => ({ value: value as string, label: say(`solved.${value}`) }))}
      />
      {!isOpen && <TextArea label={say("solved.how")} rows={3} most={HOW_LENGTH} value={how} onChange={setHow} />}
      {!isOpen && <DayInput label={say("solved.since")} max={today()} value={since} onChange={setSince} />}
      {act.error && <Trouble error={act.error} />}
      <Button
        kind="plain"
        busy={act.isPending}
        disabled={!isOpen && (how.trim().length < 2 || since === "")}
        onClick={() => act.mutate()}
      >
        {say("solved.say")}
      </Button>
    </Card>
  );
}

function Visits({ service: { visits } }: { service: LongTermService }) {
  const say = useWords(serviceWords);
  const when = useWhen();
  const latest = visits.toSorted((a, b) => (a.day < b.day ? 1 : -1));
  return (
    <Card>
      <h2>{say("visits")}</h2>
      {latest.length === 0 && <Empty title={say("visits.none")} />}
      {latest.map(({ day, at, note }) => (
        <p key={`${day}${at}`}>
          <span className="strong">{when.date(day)}</span> {note}
        </p>
      ))}
    </Card>
  );
}
