import { useId, useState } from "react";
import { call } from "../../shared/api/call.ts";
import type { OwnMentoring } from "../../shared/training/mentoring.routes.ts";
import { mentoringPageWords } from "../../shared/training/mentoring.words.ts";
import { useAct } from "../../shared/use-act.ts";
import { useSettings } from "../../shared/use-when.ts";
import { wallAt } from "../../shared/wall-time.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { Choices, TextArea } from "../ui/fields.tsx";
import { Button } from "../ui/parts.tsx";
import { Trouble } from "../ui/trouble.tsx";

const HOWS = ["talk", "show", "together", "visit"] as const;

/** What the mentor writes down of a contact. */
export function MeetOne({ one: { id, from = "" } }: { one: OwnMentoring }) {
  const say = useWords(mentoringPageWords);
  const word = useDomainWords();
  const field = useId();
  const zone = useSettings()?.zone ?? "Asia/Shanghai";
  const today = wallAt(new Date().toISOString(), zone).slice(0, 10);
  const [open, setOpen] = useState(false);
  const [day, setDay] = useState(today);
  const [how, setHow] = useState<(typeof HOWS)[number]>("talk");
  const [note, setNote] = useState("");
  const said = note.trim();
  const meet = useAct(
    () => call("POST /mentorings/{id}/contacts", { path: { id }, body: { day, how, ...(said && { note: said }) } }),
    {
      done: () => {
        setOpen(false);
        setNote("");
      },
    },
  );
  if (!open) return <Button onClick={() => setOpen(true)}>{say("phone.meet")}</Button>;
  return (
    <>
      <div className="field">
        <label htmlFor={field}>{say("phone.meet.day")}</label>
        <input
          id={field}
          type="date"
          value={day}
          min={from}
          max={today}
          required
          onInput={({ currentTarget }) => currentTarget.value && setDay(currentTarget.value)}
        />
      </div>
      <Choices
        legend={say("phone.meet.how")}
        value={how}
        onChange={setHow}
        options={HOWS.map((value) => ({ value, label: word(`mentoring.how.${value}`) }))}
      />
      <TextArea
        label={say("phone.meet.note")}
        hint={say("phone.meet.hint")}
        {...{ value: note, onChange: setNote, optional: true, most: 500, rows: 3 }}
      />
      {meet.error && <Trouble error={meet.error} />}
      <Button busy={meet.isPending} onClick={() => meet.mutate()}>
        {say("phone.meet.save")}
      </Button>
    </>
  );
}

/** Ends it: the mentee without a reason, the mentor with one. */
export function EndOne({ one: { id, sight } }: { one: OwnMentoring }) {
  const say = useWords(mentoringPageWords);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const isMentor = sight === "mentor";
  const end = useAct(() =>
    call("POST /mentorings/{id}/end", { path: { id }, body: isMentor ? { reason: reason.trim() } : {} }),
  );
  if (!open)
    return (
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {say("phone.end")}
      </Button>
    );
  return (
    <>
      <p>{say(isMentor ? "phone.end.mentor" : "phone.end.mentee")}</p>
      {isMentor && (
        <TextArea label={say("phone.end.reason")} {...{ value: reason, onChange: setReason, most: 500, rows: 3 }} />
      )}
      {end.error && <Trouble error={end.error} />}
      <Button busy={end.isPending} disabled={isMentor && reason.trim().length < 2} onClick={() => end.mutate()}>
        {say("phone.end.sure")}
      </Button>
      <Button kind="plain" disabled={end.isPending} onClick={() => setOpen(false)}>
        {say("phone.end.keep")}
      </Button>
    </>
  );
}
