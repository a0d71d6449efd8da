import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import type { ClassSession, MySeats, TrainingClass } from "../../shared/training/class.routes.ts";
import { classPageWords } from "../../shared/training/class.words.ts";
import { trainingWords } from "../../shared/training/training.words.ts";
import { useAct } from "../../shared/use-act.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { Page } from "../ui/page.tsx";
import { Button, ButtonLink, Card, Chip, Facts, Note } from "../ui/parts.tsx";
import { Loaded, Trouble } from "../ui/trouble.tsx";

/** One class: what and when, and one's own seat in it; who teaches it calls the roll. */
export default function ClassPage({ params: { id } }: { params: { id: string } }) {
  const say = useWords(classPageWords);
  const read = useReading("GET /classes/{id}", { path: { id } });
  return (
    <Page title={say("classes")} back="/classes">
      <Loaded of={read}>{(one) => <Shown one={one} />}</Loaded>
    </Page>
  );
}

function Shown({ one }: { one: TrainingClass }) {
  const say = useWords(classPageWords);
  const of = useWords(trainingWords);
  const word = useDomainWords();
  const me = useMe();
  const { course, trainers, outside, place, note, cancelled, state } = one;
  const teaches = me !== undefined && one.trainerIds.includes(me.id);
  return (
    <>
      <Card>
        <div className="row top-aligned">
          <h2 className="grow">{course.title}</h2>
          <Chip>{say(`state.${state}`)}</Chip>
        </div>
        {cancelled && <p className="late-text">{say("cancelled", { reason: cancelled.reason })}</p>}
        <Facts
          items={[
            [of("kind"), word(`course.kind.${course.kind}`)],
            [of("audience"), word(`course.audience.${course.audience}`)],
            [say("trainers"), [...trainers.map(({ name }) => name), ...(outside ? [outside] : [])].join(" · ")],
            [say("place"), place],
            course.certifies ? [of("certifies"), course.certifies.skill] : undefined,
            note ? [say("note"), note] : undefined,
          ]}
        />
      </Card>
      {teaches ? <Teaching one={one} /> : <Seats one={one} />}
    </>
  );
}

function Teaching({ one: { id, sessions, state } }: { one: TrainingClass }) {
  const say = useWords(classPageWords);
  const when = useWhen();
  const close = useAct(() => call("POST /classes/{id}/close", { path: { id } }));
  return (
    <Card>
      <h2>{say("teaching")}</h2>
      {sessions.map((session) => (
        <div key={session.id}>
          <p>
            {when.period(session.startsAt, session.endsAt)} · <Taken session={session} />
          </p>
          {session.cancelled ? (
            <p className="late-text">{say("session.cancelled")}</p>
          ) : (
            state !== "closed" &&
            state !== "cancelled" && (
              <div className="row">
                <ButtonLink kind="plain" href={`/classes/${id}/screen/${session.id}`}>
                  {say("screen.open")}
                </ButtonLink>
                <ButtonLink kind="plain" href={`/classes/${id}/roll/${session.id}`}>
                  {say("roll")}
                </ButtonLink>
              </div>
            )
          )}
        </div>
      ))}
      {close.error && <Trouble error={close.error} />}
      {state === "over" && (
        <>
          <p className="quiet">{say("close.ask")}</p>
          <Button busy={close.isPending} onClick={() => close.mutate()}>
            {say("close")}
          </Button>
        </>
      )}
    </Card>
  );
}

function Taken({ session: { placed, seats, waiting } }: { session: ClassSession }) {
  const say = useWords(classPageWords);
  const counts = { placed: String(placed), seats: String(seats) };
  return <>{waiting > 0 ? say("taken.waiting", { ...counts, waiting: String(waiting) }) : say("taken", counts)}</>;
}

function Seats({ one }: { one: TrainingClass }) {
  const own = useReading("GET /classes/{id}/seats/me", { path: { id: one.id } });
  return <Loaded of={own}>{(mine) => <Mine one={one} mine={mine} />}</Loaded>;
}

function Mine({ one: { id, sessions }, mine }: { one: TrainingClass; mine: MySeats }) {
  const say = useWords(classPageWords);
  const take = useAct((sessionIds?: string[]) =>
    call("PUT /classes/{id}/seats/me", { path: { id }, body: sessionIds ? { sessionIds } : {} }),
  );
  const leave = useAct((sessionId?: string) =>
    call("DELETE /classes/{id}/seats/me", { path: { id }, query: { sessionId } }),
  );
  const isBusy = take.isPending || leave.isPending;
  const known = new Map(sessions.map((session) => [session.id as string, session]));
  const now = Date.now();
  const ahead = mine.sessions.filter(({ sessionId }) => Date.parse(known.get(sessionId)?.startsAt ?? "") > now);
  const free = ahead.filter(({ seat, faults }) => seat === undefined && faults.length === 0);
  const held = ahead.filter(({ seat }) => seat !== undefined);
  return (
    <>
      {mine.sessions.map((own) => {
        const session = known.get(own.sessionId);
        return session && <OneSession key={own.sessionId} classId={id} session={session} own={own} />;
      })}
      {take.error && <Trouble error={take.error} />}
      {leave.error && <Trouble error={leave.error} />}
      {free.length > 0 && (
        <Button
          busy={isBusy}
          onClick={() => take.mutate(held.length > 0 ? free.map(({ sessionId }) => sessionId) : undefined)}
        >
          {say("enrol")}
        </Button>
      )}
      {held.length > 0 && (
        <Button kind="plain" busy={isBusy} onClick={() => leave.mutate(undefined)}>
          {say("withdraw")}
        </Button>
      )}
    </>
  );
}

const HOUR_MS = 3_600_000;
/** Whether people check in about now. */
const isNear = ({ startsAt, endsAt }: ClassSession): boolean =>
  Date.now() >= Date.parse(startsAt) - HOUR_MS && Date.now() < Date.parse(endsAt);

interface Row {
  classId: string;
  session: ClassSession;
  own: MySeats["sessions"][number];
}

function OneSession({ classId, session, own }: Row) {
  const say = useWords(classPageWords);
  const when = useWhen();
  const { seat, queue, present, faults, onShift, isAway } = own;
  return (
    <Card>
      <div className="row top-aligned">
        <p className="strong grow">{when.period(session.startsAt, session.endsAt)}</p>
        {present ? (
          <Chip tone="good">{say("present")}</Chip>
        ) : (
          seat && <Chip tone={seat === "placed" ? "good" : "soon"}>{say(`seat.${seat}`)}</Chip>
        )}
      </div>
      <p className="quiet">
        {say("seats")} <Taken session={session} />
      </p>
      {queue !== undefined && <Note tone="soon">{say("enrol.waits", { queue: String(queue) })}</Note>}
      {faults.map(({ code, message }) => (
        <p key={code} className="late-text">
          {message}
        </p>
      ))}
      {seat === "placed" && !present && isNear(session) && (
        <ButtonLink href={`/classes/${classId}/check-in/${session.id}/type`}>{say("checkIn")}</ButtonLink>
      )}
      {isAway && !present && <Note tone="soon">{say("away")}</Note>}
      {onShift && !present && (
        <Note tone="soon">{say("onShift", { period: when.period(onShift.from, onShift.to) })}</Note>
      )}
    </Card>
  );
}
