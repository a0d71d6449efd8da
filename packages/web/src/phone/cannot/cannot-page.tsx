import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import type { Cannot } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useDraft } from "../../shared/keep/use-draft.ts";
import { useAct } from "../../shared/use-act.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { LeaveFields, useLeaveForm } from "../leave/leave-form.tsx";
import { Choices, TextArea } from "../ui/fields.tsx";
import { Acts, Page } from "../ui/page.tsx";
import { Button, ButtonLink, Card, Done, Empty } from "../ui/parts.tsx";
import { Loaded, Skeleton, Trouble } from "../ui/trouble.tsx";
import { cannotPageWords } from "./cannot.words.ts";

type Way = Cannot["ways"][number];

/** "I cannot come", at any time: first what it means now, then the one button that does it. */
export default function CannotPage({ params: { id } }: { params: { id: string } }) {
  const say = useWords(cannotPageWords);
  const me = useMe();
  const cannot = useReading("GET /me/cannot/{id}", { path: { id } });
  const [done, setDone] = useState<"done" | "done.leave">();
  return (
    <Page title={say("title")} back={`/activities/${id}`}>
      {done ? (
        <Over word={done} id={id} />
      ) : (
        <Loaded of={cannot}>
          {(data) => (me ? <Saying cannot={data} memberId={me.id} onDone={setDone} /> : <Skeleton />)}
        </Loaded>
      )}
    </Page>
  );
}

function Over({ word, id }: { word: "done" | "done.leave"; id: string }) {
  const say = useWords(cannotPageWords);
  return (
    <>
      <Done>{say(word)}</Done>
      <ButtonLink kind="plain" href={`/activities/${id}`}>
        {say("back")}
      </ButtonLink>
    </>
  );
}

const keyOf = ({ sessionId, needId }: Way): string => sessionId ?? needId ?? "";
const ALL = "all";

interface Open {
  cannot: Cannot;
  memberId: string;
  onDone: (word: "done" | "done.leave") => void;
}

function Saying({ cannot, memberId, onDone }: Open) {
  const say = useWords(cannotPageWords);
  const when = useWhen();
  const [which, setWhich] = useState<string>(ALL);
  const { ways, nothing, activityId, title } = cannot;
  if (nothing !== undefined)
    return (
      <Empty
        title={nothing}
        act={
          <ButtonLink kind="plain" href={`/activities/${activityId}`}>
            {say("back")}
          </ButtonLink>
        }
      />
    );
  const chosen = ways.filter((way) => which === ALL || keyOf(way) === which);
  const shown = chosen.length > 0 ? chosen : ways;
  const options = ways.map((way) => ({ value: keyOf(way), label: when.period(way.from, way.to) }));
  const Form = shown.some(({ needs }) => needs.reason) ? LeaveForm : PlainForm;
  return (
    <>
      <p className="strong">{title}</p>
      {ways.length > 1 && (
        <Choices
          legend={say("which")}
          value={which}
          onChange={setWhich}
          options={[{ value: ALL, label: say("all") }, ...options]}
        />
      )}
      <Meaning ways={shown} />
      <Form cannot={cannot} ways={shown} memberId={memberId} onDone={onDone} />
    </>
  );
}

function Meaning({ ways }: { ways: readonly Way[] }) {
  const say = useWords(cannotPageWords);
  const when = useWhen();
  return (
    <Card>
      <h2>{say("means")}</h2>
      {ways.map((way) => (
        <div key={`${way.means}${keyOf(way)}`}>
          <p className="quiet">{when.period(way.from, way.to)}</p>
          <ul className="reasons">
            {way.consequences.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </div>
      ))}
    </Card>
  );
}

interface Form extends Open {
  ways: readonly Way[];
}

/** Sends what was shown and what is said; one of several ways is named. */
function useSaying({ cannot, ways, onDone }: Form, word: "done" | "done.leave", clear: () => Promise<void>) {
  const [only] = ways;
  const named = ways.length === cannot.ways.length ? {} : { sessionId: only?.sessionId, needId: only?.needId };
  return useAct(
    (said: object) =>
      call("POST /me/cannot/{id}", {
        path: { id: cannot.activityId },
        body: { seen: cannot.seen, ...named, ...said },
      }),
    {
      done: async () => {
        await clear();
        onDone(word);
      },
    },
  );
}

function PlainForm(form: Form) {
  const say = useWords(cannotPageWords);
  const { cannot, ways, memberId } = form;
  const draft = useDraft(`cannot:${memberId}:${cannot.activityId}`, { note: "" });
  const act = useSaying(form, "done", draft.clear);
  const note = draft.value.note.trim();
  const needed = ways.some(({ needs }) => needs.note);
  const complete = !needed || note !== "";
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate(note ? { note } : {});
      }}
    >
      <TextArea
        label={say("note")}
        hint={say("note.hint")}
        most={500}
        rows={2}
        optional={!needed}
        value={draft.value.note}
        onChange={(to) => draft.set({ note: to })}
      />
      {act.error && <Trouble error={act.error} />}
      <Acts hint={complete ? undefined : say("must")}>
        <Button type="submit" busy={act.isPending} disabled={!complete}>
          {say("send")}
        </Button>
        <Keep id={cannot.activityId} />
      </Acts>
    </form>
  );
}

function LeaveForm(form: Form) {
  const say = useWords(cannotPageWords);
  const { cannot, memberId } = form;
  const leave = useLeaveForm(cannot.activityId, memberId);
  const act = useSaying(form, "done.leave", leave.clear);
  if (!leave.ready) return <Skeleton />;
  const waiting = leave.photos.pending;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate(leave.body);
      }}
    >
      <LeaveFields draft={leave.draft} photos={leave.photos} />
      {act.error && <Trouble error={act.error} />}
      <Acts hint={waiting ? say("wait") : leave.complete ? undefined : say("must")}>
        <Button type="submit" busy={act.isPending} disabled={!leave.complete || waiting}>
          {say("send")}
        </Button>
        <Keep id={cannot.activityId} />
      </Acts>
    </form>
  );
}

const Keep = ({ id }: { id: string }) => (
  <ButtonLink kind="plain" href={`/activities/${id}`}>
    {useWords(cannotPageWords)("keep")}
  </ButtonLink>
);
