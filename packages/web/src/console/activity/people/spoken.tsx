import { Checkbox, Input, Radio, Select } from "antd";
import { useCallback, useEffect, useState } from "react";
import { call } from "../../../shared/api/call.ts";
import type { Activity, Cannot, Member, Person } from "../../../shared/api/routes.ts";
import { useReading } from "../../../shared/api/use-reading.ts";
import { useWhen } from "../../../shared/use-when.ts";
import { useWords } from "../../../shared/words.ts";
import { ActButton } from "../../ui/act.tsx";
import { Field } from "../../ui/field.tsx";
import { PersonField } from "../../ui/person-field.tsx";
import { Loaded } from "../../ui/trouble.tsx";
import { peopleWords } from "./people.words.ts";

const HOW = ["telephone", "inPerson"] as const;
type How = (typeof HOW)[number];

/** How somebody said what is written down for them. */
function HowField({ value, onChange }: { value: How; onChange: (how: How) => void }) {
  const say = useWords(peopleWords);
  return (
    <Field label={say("spoken.how")}>
      {(id) => (
        <Radio.Group
          id={id}
          value={value}
          onChange={({ target }) => onChange(target.value)}
          options={HOW.map((how) => ({ value: how, label: say(`spoken.${how}`) }))}
        />
      )}
    </Field>
  );
}

/** Signs somebody up who has no phone, and who heard the risks. */
export function SignUpFor({ activity }: { activity: Activity }) {
  const say = useWords(peopleWords);
  const when = useWhen();
  const positions = activity.sessions.flatMap((session) =>
    session.positions.map((position) => ({ value: position.id, label: position.name, session })),
  );
  const [who, setWho] = useState<Member>();
  const [positionId, setPositionId] = useState<string>(positions[0]?.value ?? "");
  const [how, setHow] = useState<How>("telephone");
  const [consent, setConsent] = useState(false);
  const several = activity.sessions.length > 1;
  return (
    <ActButton
      ask={say("spoken.signUp.ask")}
      fields={
        <>
          <PersonField label={say("person")} value={who} onChange={setWho} />
          <Field label={say("position")}>
            {(id) => (
              <Select<string>
                id={id}
                className="wide"
                value={positionId}
                onChange={setPositionId}
                options={positions.map(({ value, label, session }) => ({
                  value,
                  label: several ? `${label} · ${when.period(session.startsAt, session.endsAt)}` : label,
                }))}
              />
            )}
          </Field>
          <HowField value={how} onChange={setHow} />
          <Checkbox checked={consent} onChange={({ target }) => setConsent(target.checked)}>
            {say("spoken.consent")}
          </Checkbox>
        </>
      }
      ready={who !== undefined && consent}
      act={() =>
        call("POST /activities/{id}/people/{memberId}/sign-up", {
          path: { id: activity.id, memberId: who?.id ?? "" },
          body: { positionId, how, consent: true, acceptsRisks: true },
        })
      }
      done={say("spoken.signUp.done", { name: who?.name ?? "" })}
      onDone={() => {
        setWho(undefined);
        setConsent(false);
      }}
    >
      {say("spoken.signUp")}
    </ActButton>
  );
}

const REASONS = ["workConflict", "illness", "family", "other"] as const;

/** What is said with "I cannot come"; `meaning` is what was read before. */
interface Said {
  meaning: Cannot | undefined;
  how: How;
  note: string;
  reason: (typeof REASONS)[number] | undefined;
  evidence: string;
}
const BLANK: Said = { meaning: undefined, how: "telephone", note: "", reason: undefined, evidence: "" };

const isComplete = ({ meaning, note, reason }: Said): boolean => {
  const ways = meaning?.ways ?? [];
  const lacksNote = note.trim() === "" && ways.some(({ needs }) => needs.note);
  const lacksReason = reason === undefined && ways.some(({ needs }) => needs.reason);
  return ways.length > 0 && !lacksNote && !lacksReason;
};

const bodyOf = ({ meaning, how, note, reason, evidence }: Said) => ({
  seen: meaning?.seen ?? "",
  how,
  ...(note.trim() ? { note: note.trim() } : {}),
  ...(reason && meaning?.ways.some(({ needs }) => needs.reason) ? { reason } : {}),
  ...(evidence.trim() ? { evidence: evidence.trim() } : {}),
});

/** Writes down that somebody said they cannot come; what it means for them is read first. */
export function CannotFor({ activity, person }: { activity: Activity; person: Person }) {
  const say = useWords(peopleWords);
  const [said, setSaid] = useState<Said>(BLANK);
  const set = useCallback((some: Partial<Said>) => setSaid((before) => ({ ...before, ...some })), []);
  const onRead = useCallback((meaning: Cannot) => set({ meaning }), [set]);
  const path = { id: activity.id, memberId: person.memberId };
  return (
    <ActButton
      size="small"
      ask={<Meaning path={path} onRead={onRead} />}
      fields={<CannotFields said={said} set={set} />}
      ready={isComplete(said)}
      act={() => call("POST /activities/{id}/people/{memberId}/cannot", { path, body: bodyOf(said) })}
      done={say("spoken.cannot.done", { name: person.name })}
      onDone={() => setSaid(BLANK)}
    >
      {say("spoken.cannot")}
    </ActButton>
  );
}

function CannotFields({ said, set }: { said: Said; set: (some: Partial<Said>) => void }) {
  const say = useWords(peopleWords);
  const ways = said.meaning?.ways ?? [];
  if (ways.length === 0) return null;
  return (
    <>
      <HowField value={said.how} onChange={(how) => set({ how })} />
      {ways.some(({ needs }) => needs.reason) && (
        <Field label={say("leave")}>
          {(id) => (
            <Select
              id={id}
              className="wide"
              value={said.reason}
              onChange={(reason) => set({ reason })}
              options={REASONS.map((value) => ({ value, label: say(`reason.${value}`) }))}
            />
          )}
        </Field>
      )}
      <Field label={say("spoken.note")}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={2}
            maxLength={500}
            value={said.note}
            onChange={({ target }) => set({ note: target.value })}
          />
        )}
      </Field>
      {ways.some(({ needs }) => needs.evidence) && (
        <Field label={say("spoken.evidence")}>
          {(id) => (
            <Input
              id={id}
              maxLength={500}
              value={said.evidence}
              onChange={({ target }) => set({ evidence: target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}

interface Reading {
  path: { id: string; memberId: string };
  onRead: (meaning: Cannot) => void;
}

function Meaning({ path, onRead }: Reading) {
  const when = useWhen();
  const cannot = useReading("GET /activities/{id}/people/{memberId}/cannot", { path });
  const { data } = cannot;
  // What is sent back is what was shown last.
  useEffect(() => {
    if (data) onRead(data);
  }, [data, onRead]);
  return (
    <Loaded of={cannot}>
      {({ ways, nothing }) => (
        <>
          {nothing && <p>{nothing}</p>}
          {ways.map((way) => (
            <div key={`${way.means}${way.sessionId ?? way.needId ?? ""}`}>
              <b>{when.period(way.from, way.to)}</b>
              <ul>
                {way.consequences.map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
            </div>
          ))}
        </>
      )}
    </Loaded>
  );
}

/** Writes down what somebody answers to a place that is held for them. */
export function AnswerFor({ activity, person }: { activity: Activity; person: Person }) {
  const say = useWords(peopleWords);
  const [how, setHow] = useState<How>("telephone");
  return person.places
    .filter(({ state }) => state === "offered")
    .flatMap(({ sessionId }) =>
      [true, false].map((accept) => (
        <ActButton
          key={`${sessionId}${accept}`}
          size="small"
          ask={say("spoken.answer.ask", { name: person.name })}
          fields={<HowField value={how} onChange={setHow} />}
          act={() =>
            call("POST /activities/{id}/people/{memberId}/offers/{sessionId}", {
              path: { id: activity.id, memberId: person.memberId, sessionId },
              body: { accept, how },
            })
          }
          done={say(accept ? "spoken.accept.done" : "spoken.decline.done", { name: person.name })}
        >
          {say(accept ? "spoken.accept" : "spoken.decline")}
        </ActButton>
      )),
    );
}
