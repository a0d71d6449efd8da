import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import type { OwnMentoring } from "../../shared/training/mentoring.routes.ts";
import { mentoringPageWords } from "../../shared/training/mentoring.words.ts";
import { useAct } from "../../shared/use-act.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { DayInput } from "../away/day-input.tsx";
import { Choices, TextArea } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";
import { Button, Card, Chip, Done, Empty, Facts } from "../ui/parts.tsx";
import { Loaded, Trouble } from "../ui/trouble.tsx";

const NOTE_LENGTH = 500;

/** My pairs, as a mentor and as a mentee: asked, going on, over. */
export default function MentoringPage() {
  const say = useWords(mentoringPageWords);
  const read = useReading("GET /me/mentorings", {});
  return (
    <Page title={say("mine")} back="/me">
      <Loaded of={read}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={say("mine.none")}>{say("mine.none.detail")}</Empty>
          ) : (
            items.map((one) => <One key={one.id} one={one} />)
          )
        }
      </Loaded>
    </Page>
  );
}

function One({ one }: { one: OwnMentoring }) {
  const say = useWords(mentoringPageWords);
  const word = useDomainWords();
  const when = useWhen();
  const { kind, state, sight, until, dueOn } = one;
  const isMentor = sight === "mentor";
  const other = isMentor ? one.mentee : one.mentor;
  return (
    <Card>
      <div className="row top-aligned">
        <h2 className="grow">{say(isMentor ? "as.mentor" : "as.mentee", { name: other.name })}</h2>
        <Chip tone={state === "going" ? "good" : "plain"}>{word(`mentoring.state.${state}`)}</Chip>
      </div>
      <Facts
        items={[
          [say("kind"), word(`mentoring.kind.${kind}`)],
          until && state === "going" ? [say("until"), when.date(until)] : undefined,
          dueOn && isMentor ? [say("due"), when.date(dueOn)] : undefined,
        ]}
      />
      {state === "proposed" && <Answer one={one} isMentor={isMentor} />}
      {state === "going" && isMentor && <Meet one={one} />}
      {state === "going" && <Meetings one={one} />}
      {state === "going" && <End one={one} isMentor={isMentor} />}
    </Card>
  );
}

interface Part {
  one: OwnMentoring;
  isMentor: boolean;
}

function Answer({ one: { id, consents }, isMentor }: Part) {
  const say = useWords(mentoringPageWords);
  const path = { id };
  const agree = useAct(() => call("POST /mentorings/{id}/consent", { path }));
  const refuse = useAct(() => call("POST /mentorings/{id}/decline", { path }));
  const hasAgreed = (isMentor ? consents.mentor : consents.mentee) !== undefined;
  return (
    <>
      {agree.error && <Trouble error={agree.error} />}
      {refuse.error && <Trouble error={refuse.error} />}
      {hasAgreed ? (
        <p>{say("waits")}</p>
      ) : (
        <Button busy={agree.isPending} onClick={() => agree.mutate()}>
          {say("agree")}
        </Button>
      )}
      <Button kind="plain" busy={refuse.isPending} onClick={() => refuse.mutate()}>
        {say("decline")}
      </Button>
      <p className="quiet">{say("decline.hint")}</p>
    </>
  );
}

/** The reader's own day, `YYYY-MM-DD`. */
const today = () => new Date().toLocaleDateString("sv-SE");
const HOWS = ["talk", "show", "together", "visit"] as const;

function Meet({ one: { id } }: { one: OwnMentoring }) {
  const say = useWords(mentoringPageWords);
  const word = useDomainWords();
  const [day, setDay] = useState(today);
  const [how, setHow] = useState<(typeof HOWS)[number]>("talk");
  const [note, setNote] = useState("");
  const body = { day, how, ...(note.trim() && { note: note.trim() }) };
  const act = useAct(() => call("POST /mentorings/{id}/contacts", { path: { id }, body }), { done: () => setNote("") });
  return (
    <>
      <DayInput label={say("meet.day")} max={today()} value={day} onChange={setDay} />
      <Choices
        legend={say("meet.how")}
        value={how}
        onChange={setHow}
        options={HOWS.map((value) => ({ value, label: word(`mentoring.how.${value}`) }))}
      />
      <TextArea label={say("meet.note")} optional rows={2} most={NOTE_LENGTH} value={note} onChange={setNote} />
      {act.isSuccess && <Done>{say("meet.done")}</Done>}
      {act.error && <Trouble error={act.error} />}
      <Button busy={act.isPending} disabled={day === ""} onClick={() => act.mutate()}>
        {say("meet")}
      </Button>
    </>
  );
}

function Meetings({ one: { contacts } }: { one: OwnMentoring }) {
  const say = useWords(mentoringPageWords);
  const word = useDomainWords();
  const when = useWhen();
  return (
    <>
      <h3>{say("contacts")}</h3>
      {contacts.length === 0 && <p className="quiet">{say("contacts.none")}</p>}
      {contacts.toReversed().map(({ day, at, how, note }) => (
        <p key={at}>
          <span className="strong">{when.date(day)}</span> {word(`mentoring.how.${how}`)} {note}
        </p>
      ))}
    </>
  );
}

function End({ one: { id }, isMentor }: Part) {
  const say = useWords(mentoringPageWords);
  const [reason, setReason] = useState("");
  const [asks, setAsks] = useState(false);
  const body = isMentor ? { reason: reason.trim() } : {};
  const act = useAct(() => call("POST /mentorings/{id}/end", { path: { id }, body }));
  if (!asks)
    return (
      <Button kind="quiet" onClick={() => setAsks(true)}>
        {say("end")}
      </Button>
    );
  return (
    <>
      {isMentor ? (
        <TextArea label={say("end.reason")} rows={2} most={NOTE_LENGTH} value={reason} onChange={setReason} />
      ) : (
        <p className="quiet">{say("end.hint")}</p>
      )}
      {act.error && <Trouble error={act.error} />}
      <Button
        kind="plain"
        busy={act.isPending}
        disabled={isMentor && reason.trim().length < 2}
        onClick={() => act.mutate()}
      >
        {say("end")}
      </Button>
    </>
  );
}
