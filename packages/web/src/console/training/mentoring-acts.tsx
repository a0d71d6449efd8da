import { Input, InputNumber, Radio } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { newId } from "../../shared/new-id.ts";
import type { Mentoring } from "../../shared/training/mentoring.routes.ts";
import { mentoringPageWords } from "../../shared/training/mentoring.words.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { DayField } from "../ui/day-field.tsx";
import { Field } from "../ui/field.tsx";

/** Kinds that go by no ranking: those are proposed from the ranking itself. */
const UNRANKED = ["partyToMasses", "hardship"] as const;
const WHATS = ["money", "goods", "work", "care"] as const;

/** Proposes a pair of party member and colleague, or in hardship; both are asked. */
export function Propose() {
  const say = useWords(mentoringPageWords);
  const word = useDomainWords();
  const [once, setOnce] = useState(newId);
  const [kind, setKind] = useState<(typeof UNRANKED)[number]>("partyToMasses");
  const [mentor, setMentor] = useState("");
  const [mentee, setMentee] = useState("");
  return (
    <ActButton
      type="primary"
      ask={say("propose.about")}
      fields={
        <>
          <Field label={say("kind")}>
            {(id) => (
              <Radio.Group
                id={id}
                value={kind}
                onChange={({ target }) => setKind(target.value as typeof kind)}
                options={UNRANKED.map((value) => ({ value, label: word(`mentoring.kind.${value}`) }))}
              />
            )}
          </Field>
          <Field label={say("propose.mentor")}>
            {(id) => <Input id={id} maxLength={32} value={mentor} onChange={({ target }) => setMentor(target.value)} />}
          </Field>
          <Field label={say("propose.mentee")}>
            {(id) => <Input id={id} maxLength={32} value={mentee} onChange={({ target }) => setMentee(target.value)} />}
          </Field>
        </>
      }
      ready={mentor.trim() !== "" && mentee.trim() !== ""}
      act={() =>
        call("POST /mentorings", { body: { kind, mentorNumber: mentor.trim(), menteeNumber: mentee.trim() }, once })
      }
      done={say("propose.done")}
      onDone={() => {
        setOnce(newId());
        setMentor("");
        setMentee("");
      }}
    >
      {say("propose")}
    </ActButton>
  );
}

/** What who arranges does with a pair that goes on. */
export function MentoringActs({ one }: { one: Mentoring }) {
  const say = useWords(mentoringPageWords);
  if (one.state !== "going") return null;
  return (
    <div className="list-tools">
      <Extend one={one} />
      {one.kind === "hardship" && <AddHelp one={one} />}
      <ActButton
        type="link"
        size="small"
        danger
        reason="needed"
        act={(reason) => call("POST /mentorings/{id}/end", { path: { id: one.id }, body: { reason } })}
        done={say("end.done")}
      >
        {say("end")}
      </ActButton>
    </div>
  );
}

function Extend({ one: { id, version, until: before } }: { one: Mentoring }) {
  const say = useWords(mentoringPageWords);
  const [until, setUntil] = useState(before);
  return (
    <ActButton
      type="link"
      size="small"
      fields={
        <Field label={say("extend.until")}>
          {(field) => <DayField id={field} value={until} onChange={setUntil} />}
        </Field>
      }
      ready={until !== undefined && until > (before ?? "")}
      act={() => call("PUT /mentorings/{id}/term", { path: { id }, body: { until, version } })}
      done={say("extend.done")}
    >
      {say("extend")}
    </ActButton>
  );
}

const FEN = 100;

function AddHelp({ one: { id } }: { one: Mentoring }) {
  const say = useWords(mentoringPageWords);
  const word = useDomainWords();
  const [what, setWhat] = useState<(typeof WHATS)[number]>("money");
  const [day, setDay] = useState<string>();
  const [yuan, setYuan] = useState<number | null>(null);
  const body = { what, day, ...(yuan === null ? {} : { fen: Math.round(yuan * FEN) }) };
  return (
    <ActButton
      type="link"
      size="small"
      ask={say("addHelp.hint")}
      fields={
        <>
          <Field label={say("addHelp.what")}>
            {(field) => (
              <Radio.Group
                id={field}
                value={what}
                onChange={({ target }) => setWhat(target.value as typeof what)}
                options={WHATS.map((value) => ({ value, label: word(`mentoring.help.${value}`) }))}
              />
            )}
          </Field>
          <Field label={say("addHelp.day")}>{(field) => <DayField id={field} value={day} onChange={setDay} />}</Field>
          <Field label={say("addHelp.yuan")}>
            {(field) => <InputNumber id={field} min={0.01} precision={2} value={yuan} onChange={setYuan} />}
          </Field>
        </>
      }
      ready={day !== undefined}
      act={() => call("POST /mentorings/{id}/help", { path: { id }, body })}
      done={say("addHelp.done")}
      onDone={() => setYuan(null)}
    >
      {say("addHelp")}
    </ActButton>
  );
}
