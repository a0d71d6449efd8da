import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import type { OwnMentoring } from "../../shared/training/mentoring.routes.ts";
import { mentoringPageWords } from "../../shared/training/mentoring.words.ts";
import { useAct } from "../../shared/use-act.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { Page } from "../ui/page.tsx";
import { Button, Card, Chip, Empty, Note } from "../ui/parts.tsx";
import { Loaded, Trouble } from "../ui/trouble.tsx";
import { EndOne, MeetOne } from "./mentoring-acts.tsx";

const TONES = { proposed: "soon", going: "good", declined: "plain", ended: "plain" } as const;

/** Whom one mentors and by whom one is mentored; being asked, agreeing, contacts and the end. */
export default function MentoringPage() {
  const say = useWords(mentoringPageWords);
  const mine = useReading("GET /me/mentorings");
  return (
    <Page title={say("title")} back="/me">
      <Loaded of={mine}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={say("phone.none")}>{say("phone.none.detail")}</Empty>
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
  const { kind, state, sight, mentor, mentee } = one;
  const title =
    sight === "mentor" ? say("phone.asMentor", { name: mentee.name }) : say("phone.asMentee", { name: mentor.name });
  return (
    <Card>
      <div className="row top-aligned">
        <h2 className="grow">{title}</h2>
        <Chip tone={TONES[state]}>{word(`mentoring.state.${state}`)}</Chip>
      </div>
      <p className="quiet">{word(`mentoring.kind.${kind}`)}</p>
      {state === "proposed" && <Asked one={one} />}
      {state === "going" && <Going one={one} />}
    </Card>
  );
}

function Asked({ one: { id, sight, consents } }: { one: OwnMentoring }) {
  const say = useWords(mentoringPageWords);
  const agree = useAct(() => call("POST /mentorings/{id}/consent", { path: { id } }));
  const decline = useAct(() => call("POST /mentorings/{id}/decline", { path: { id } }));
  const isBusy = agree.isPending || decline.isPending;
  const hasAgreed = (sight === "mentor" ? consents.mentor : consents.mentee) !== undefined;
  return (
    <>
      <p>{say("phone.asked")}</p>
      {(agree.error ?? decline.error) && <Trouble error={agree.error ?? decline.error} />}
      {hasAgreed ? (
        <Note tone="soon">{say("phone.waits")}</Note>
      ) : (
        <Button busy={isBusy} onClick={() => agree.mutate()}>
          {say("phone.agree")}
        </Button>
      )}
      <Button kind="plain" busy={isBusy} onClick={() => decline.mutate()}>
        {say("phone.decline")}
      </Button>
    </>
  );
}

function Going({ one }: { one: OwnMentoring }) {
  const say = useWords(mentoringPageWords);
  const word = useDomainWords();
  const when = useWhen();
  const { sight, until = "", dueOn, contacts } = one;
  const isOverdue = dueOn !== undefined && dueOn < new Date().toISOString().slice(0, 10);
  return (
    <>
      <p>{say("phone.until", { day: when.date(until) })}</p>
      {sight === "mentor" && dueOn && (
        <Note tone={isOverdue ? "late" : "soon"}>
          {say(isOverdue ? "phone.overdue" : "phone.due", { day: when.date(dueOn) })}
        </Note>
      )}
      <h3>{say("contacts")}</h3>
      {contacts.length === 0 && <p className="quiet">{say("phone.met.none")}</p>}
      <ul className="items">
        {contacts.toReversed().map(({ day, how, note, at }) => (
          <li key={at} className="item">
            {when.date(day)} · {word(`mentoring.how.${how}`)}
            {note && <p className="quiet">{note}</p>}
          </li>
        ))}
      </ul>
      {sight === "mentor" && <MeetOne one={one} />}
      <EndOne one={one} />
    </>
  );
}
